package org.feierabend.decision;

import org.feierabend.timeline.Chunk;

/**
 * Finds the stretch of an instant with one look: per slot of two hours the stretch that holds its
 * beginning and, in the same number, how far into the slot the next one begins. Slots with more
 * than one border are searched in the chunk. What is remembered extends it instead of holding it:
 * on the way from a person to a decision every object in between is one more the processor waits
 * for.
 */
class StretchIndex {
  private static final long SLOT = 2 * 60 * 60 * 1_000; // milliseconds
  private static final int OFFSET_BITS = 23; // 7,200,000 ms and two marks fit
  private static final int OFFSET = (1 << OFFSET_BITS) - 1;
  private static final int SEARCH = OFFSET;
  private static final int MOST = 1 << Integer.SIZE - OFFSET_BITS;

  private final long from;
  private final int[] slots;
  private final Chunk chunk;

  StretchIndex(Chunk chunk) {
    this.chunk = chunk;
    this.from = chunk.start(0).toEpochMilli();
    long to = chunk.end(chunk.size() - 1).toEpochMilli();
    this.slots = new int[Math.toIntExact((to - from + SLOT - 1) / SLOT)];
    for (int s = 0; s < slots.length; s++) slots[s] = slot(from + s * SLOT);
  }

  final Chunk chunk() {
    return chunk;
  }

  /** Index of the stretch that holds the instant, given in epoch milliseconds of the chunk. */
  final int stretchAt(long milli) {
    long since = milli - from;
    int slot = slots[(int) (since / SLOT)];
    int border = slot & OFFSET;
    if (border == SEARCH) return chunk.indexAt(milli);
    return (slot >>> OFFSET_BITS) + (since % SLOT >= border ? 1 : 0);
  }

  private int slot(long start) {
    int first = chunk.indexAt(start);
    long border = chunk.end(first).toEpochMilli() - start;
    if (first + 1 >= MOST || first + 1 < chunk.size() && another(first + 1, start)) return SEARCH;
    return first << OFFSET_BITS | (int) Math.min(border, SLOT);
  }

  private boolean another(int stretch, long start) {
    return chunk.end(stretch).toEpochMilli() < start + SLOT;
  }
}
