package org.feierabend.channels.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.feierabend.intake.Acceptance;
import org.feierabend.intake.WeekTopics;
import org.feierabend.people.Employer;

/**
 * What time it is for an employer: the time of the day, or, in a replay, the earliest instant that
 * every lane has reached.
 */
public final class EmployerClock {
  private final Clock wall;
  private final Acceptance acceptance;

  public EmployerClock(Clock wall, Acceptance acceptance) {
    this.wall = Objects.requireNonNull(wall, "wall");
    this.acceptance = Objects.requireNonNull(acceptance, "acceptance");
  }

  /** Event time stands at the start of the first week until every lane had a marker. */
  public Instant now(Employer employer) {
    if (employer.clock() == Employer.ClockKind.WALL) return wall.instant();
    return slowest(employer, acceptance.lanes(employer));
  }

  /** Where event time stands when the lanes stand there. */
  public static Instant slowest(Employer employer, Map<Integer, Instant> lanes) {
    Instant start = employer.firstWeek().start(employer.zone());
    if (lanes.size() < WeekTopics.PARTITIONS) return start;
    return lanes.values().stream().min(Instant::compareTo).orElse(start);
  }
}
