package org.feierabend.timeline;

import java.time.Instant;
import java.util.Arrays;

/**
 * Four weeks of a timeline: starts of the stretches in epoch milliseconds, ascending, and their
 * kinds. Gapless from the first start to the end.
 */
public final class Chunk {
  private final long[] starts;
  private final StretchKind[] kinds;
  private final long end;

  Chunk(long[] starts, StretchKind[] kinds, long end) {
    if (starts.length == 0 || starts.length != kinds.length || starts[starts.length - 1] >= end)
      throw new IllegalArgumentException(
          "A chunk needs one kind per start and an end behind the last start, but got %d starts, %d kinds."
              .formatted(starts.length, kinds.length));
    this.starts = starts;
    this.kinds = kinds;
    this.end = end;
  }

  public int size() {
    return starts.length;
  }

  /** Index of the stretch that holds the instant, given in epoch milliseconds of this chunk. */
  public int indexAt(long milli) {
    int found = Arrays.binarySearch(starts, milli);
    return found >= 0 ? found : -found - 2;
  }

  /** Index of the first stretch that ends after the instant. */
  int firstTouching(Instant instant) {
    return Math.max(0, indexAt(instant.toEpochMilli()));
  }

  public StretchKind kind(int index) {
    return kinds[index];
  }

  public Instant start(int index) {
    return Instant.ofEpochMilli(starts[index]);
  }

  /** End of the stretch, exclusive. */
  public Instant end(int index) {
    return Instant.ofEpochMilli(index + 1 < starts.length ? starts[index + 1] : end);
  }
}
