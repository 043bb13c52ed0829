package org.feierabend.intake;

import java.time.Duration;
import java.time.Instant;

/**
 * Answers to requests that carried an idempotency key, so that a request sent again is answered
 * again and done once. Ids are digests and answers are sealed under the key the client chose, which
 * is kept nowhere: whoever reads the store learns neither who asked nor what was answered.
 */
public interface GivenAnswers {
  /** How long an answer is kept. */
  Duration KEPT = Duration.ofHours(24);

  /** After this a request that never came to its end may be tried again. */
  Duration AT_WORK = Duration.ofMinutes(2);

  /** What to do with a request. */
  sealed interface Turn {
    /** Nobody has sent it before. */
    record First() implements Turn {}

    /** The same key is at work this moment. */
    record AtWork() implements Turn {}

    /** Sealed, as {@link #give} got it. */
    record Given(byte[] answer) implements Turn {}
  }

  /**
   * @param id digest of who asks, what, and of the key
   */
  Turn begin(byte[] id, Instant now);

  void give(byte[] id, byte[] answer);

  /** It came to nothing and may be tried again. */
  void forget(byte[] id);

  void forgetDue(Instant now);
}
