package org.feierabend.intake;

import java.time.Instant;
import org.feierabend.timeline.IsoWeek;

/** What became of one event at the door. */
public sealed interface Outcome {
  /** Counted now, with all its effects committed. */
  record Accepted() implements Outcome {}

  /** Counted before: the same ref and person came already. */
  record Duplicate() implements Outcome {}

  /** Its week is closed, or was never open; only this fact is counted. */
  record Late(IsoWeek week) implements Outcome {}

  /**
   * It claims to happen later than {@code latest}, which is the employer's clock plus tolerance.
   */
  record TooFarAhead(Instant latest) implements Outcome {}

  /** The directory has no such person: not our business, and no error of the source. */
  record UnknownPerson() implements Outcome {}
}
