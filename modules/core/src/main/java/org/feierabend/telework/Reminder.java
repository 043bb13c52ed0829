package org.feierabend.telework;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What the sides of an agreement should see to before a day.
 *
 * @param about the agreement; where a renewal waits, the proposal
 * @param due the last day to do it
 */
public record Reminder(Kind kind, Arrangement about, LocalDate due) {
  /** What is to be seen to. */
  public enum Kind {
    /** The trial ends: until then a revocation needs no reasons. */
    TRIAL_ENDS,
    /** The last day comes near, and nobody has proposed a renewal. */
    TERM_ENDS,
    /** A renewal is proposed, and the other side has not answered. */
    RENEWAL_WAITS
  }

  public Reminder {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(due, "due");
  }
}
