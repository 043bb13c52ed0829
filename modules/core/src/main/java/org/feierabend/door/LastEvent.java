package org.feierabend.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When something last came through a door. Kept in memory alone and to the quarter of an hour: it
 * tells that a door works, not who was busy when.
 */
public final class LastEvent {
  private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
  private static final long NEVER = Long.MIN_VALUE;

  private volatile long quarter = NEVER;

  public void at(Instant now) {
    quarter = Math.floorDiv(now.getEpochSecond(), QUARTER) * QUARTER;
  }

  public Optional<Instant> instant() {
    long last = quarter;
    return last == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochSecond(last));
  }
}
