package org.feierabend.timeline;

import java.time.Duration;
import java.time.Instant;

/**
 * Four weeks of a timeline: starts of the stretches in epoch milliseconds, ascending, and their
 * kinds. Gapless from the first start to the end.
 */
public final class Chunk {
  private static final long SLOT = Duration.ofHours(2).toMillis();

  private final long[] starts;
  private final StretchKind[] kinds;
  private final long end;

  /** Slot of two hours → the stretch that holds its beginning: a search touches two lines. */
  private final char[] slots;

  Chunk(long[] starts, StretchKind[] kinds, long end) {
    if (starts.length == 0 || starts.length != kinds.length || starts[starts.length - 1] >= end)
      throw new IllegalArgumentException(
          "A chunk needs one kind per start and an end behind the last start, but got %d starts, %d kinds."
              .formatted(starts.length, kinds.length));
    if (starts.length > Character.MAX_VALUE)
      throw new IllegalArgumentException(
          "Four weeks have at most 65,535 stretches, but got %d. Maybe the facts of a person were generated."
              .formatted(starts.length));
    this.starts = starts;
    this.kinds = kinds;
    this.end = end;
    this.slots = slots(starts, end);
  }

  private static char[] slots(long[] starts, long end) {
    char[] slots = new char[Math.toIntExact((end - starts[0] + SLOT - 1) / SLOT)];
    int i = 0;
    for (int s = 0; s < slots.length; s++) {
      while (i + 1 < starts.length && starts[i + 1] <= starts[0] + s * SLOT) i++;
      slots[s] = (char) i;
    }
    return slots;
  }

  public int size() {
    return starts.length;
  }

  /** Index of the stretch that holds the instant, given in epoch milliseconds of this chunk. */
  public int indexAt(long milli) {
    int i = slots[(int) ((milli - starts[0]) / SLOT)];
    while (i + 1 < starts.length && starts[i + 1] <= milli) i++;
    return i;
  }

  /** Index of the first stretch that ends after the instant; the size when none does. */
  int firstTouching(Instant instant) {
    long milli = instant.toEpochMilli();
    if (milli < starts[0]) return 0;
    return milli < end ? indexAt(milli) : starts.length;
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
