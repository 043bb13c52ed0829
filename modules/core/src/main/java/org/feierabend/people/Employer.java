package org.feierabend.people;

import java.time.ZoneId;
import java.util.Objects;
import org.feierabend.contact.EmployerId;
import org.feierabend.timeline.IsoWeek;

/**
 * An employer as the doors see it.
 *
 * @param no surrogate number that stands for the employer in rows and table names
 * @param municipality official key of the seat, such as 09564000
 * @param policy name of the policy in force, such as {@code p0}
 * @param firstWeek the first week that may be open
 * @param synthetic holds generated data or a replayed file, never live traffic
 */
public record Employer(
    EmployerId id,
    int no,
    String name,
    ZoneId zone,
    String municipality,
    ClockKind clock,
    IsoWeek firstWeek,
    boolean synthetic,
    String policy) {
  /** Wall: the time of the day. Event: time moves with the markers of a replay. */
  public enum ClockKind {
    WALL,
    EVENT
  }

  public Employer {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(firstWeek, "firstWeek");
    if (no < 1)
      throw new IllegalArgumentException("An employer number is positive, got " + no + ".");
  }

  /** The same, under another policy. */
  public Employer under(String other) {
    return new Employer(id, no, name, zone, municipality, clock, firstWeek, synthetic, other);
  }

  public Employer byWallClock() {
    return new Employer(
        id, no, name, zone, municipality, ClockKind.WALL, firstWeek, synthetic, policy);
  }
}
