package org.feierabend.acceptance;

import java.time.Duration;

/** Waiting for something to become true. */
public final class Await {
  private static final long PAUSE_MILLIS = 50;

  private Await() {}

  /** A condition that may be tried again and again. */
  public interface Condition {
    boolean met() throws Exception;
  }

  static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting", e);
    }
  }

  public static void until(String what, Duration patience, Condition condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (!condition.met()) {
        if (System.nanoTime() > deadline)
          throw new AssertionError("Waited %d s for %s.".formatted(patience.toSeconds(), what));
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for " + what, e);
    } catch (Exception e) {
      throw new AssertionError("While waiting for %s: %s".formatted(what, e), e);
    }
  }
}
