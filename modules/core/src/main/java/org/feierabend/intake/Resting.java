package org.feierabend.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.feierabend.people.Employer;

/** Ways out that failed, until when they are left in peace; one thread makes the rounds. */
public final class Resting {
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);

  private final Map<String, Instant> until = new HashMap<>();

  /**
   * @param outlet its key
   */
  public boolean rests(Employer employer, String outlet, Instant now) {
    Instant end = until.get(name(employer, outlet));
    return end != null && now.isBefore(end);
  }

  public void rest(Employer employer, String outlet, Instant now) {
    until.put(name(employer, outlet), now.plus(AFTER_A_FAILURE));
  }

  private static String name(Employer employer, String outlet) {
    return employer.id() + " " + outlet;
  }
}
