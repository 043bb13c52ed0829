package org.feierabend.launcher.replay;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * All events of a file in some 30 bytes each, so that two million fit into a small heap: when, of
 * whom, from which line, and one number more that its format knows how to read.
 */
final class EventTable {
  private static final int FIRST_ROOM = 1 << 14;

  private long[] at = new long[FIRST_ROOM];
  private int[] person = new int[FIRST_ROOM];
  private int[] line = new int[FIRST_ROOM];
  private long[] more = new long[FIRST_ROOM];
  private int size;
  private boolean sorted = true;
  private long[] order = new long[0];

  void add(Instant instant, int who, int lineNumber, long extra) {
    if (size == at.length) grow();
    at[size] = instant.toEpochMilli();
    person[size] = who;
    line[size] = lineNumber;
    more[size] = extra;
    sorted &= size == 0 || at[size - 1] <= at[size];
    size++;
  }

  int size() {
    return size;
  }

  /** Puts the rows in order of time, those of one second in order of reading. */
  void sort() {
    if (sorted) return;
    long first = Arrays.stream(at, 0, size).min().orElse(0);
    order = new long[size];
    for (int i = 0; i < size; i++)
      order[i] = ((at[i] - first) / 1000 + Integer.MIN_VALUE) << 32 | i;
    Arrays.parallelSort(order);
  }

  /** Leaves only rows of these people; call it before {@link #sort}. */
  void keep(IntPredicate who) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!who.test(person[i])) continue;
      at[kept] = at[i];
      person[kept] = person[i];
      line[kept] = line[i];
      more[kept++] = more[i];
    }
    size = kept;
  }

  Instant at(int index) {
    return Instant.ofEpochMilli(at[row(index)]);
  }

  int person(int index) {
    return person[row(index)];
  }

  int line(int index) {
    return line[row(index)];
  }

  long more(int index) {
    return more[row(index)];
  }

  private int row(int index) {
    return order.length == 0 ? index : (int) order[index];
  }

  private void grow() {
    int room = size + (size >> 1);
    at = Arrays.copyOf(at, room);
    person = Arrays.copyOf(person, room);
    line = Arrays.copyOf(line, room);
    more = Arrays.copyOf(more, room);
  }
}
