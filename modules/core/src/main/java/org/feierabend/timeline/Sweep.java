package org.feierabend.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts one span of time at every border of every fact; resolution one millisecond. */
final class Sweep {
  /** The facts that begin and end; those that never change are no business of a sweep. */
  enum Fact {
    WINDOW,
    HOLIDAY,
    TARIFF_DAY,
    DAY_OFF,
    ABSENCE,
    DEPUTY,
    ON_CALL,
    SHIFT,
    DOUBT
  }

  private record Border(long at, Fact fact, int step) {}

  /** Makes a kind of the facts that hold; {@code running[fact.ordinal()] > 0} means it holds. */
  interface Kinds {
    StretchKind of(int[] running);
  }

  private final long from;
  private final long to;
  private final List<Border> borders = new ArrayList<>();

  Sweep(long from, long to) {
    this.from = from;
    this.to = to;
  }

  void add(Fact fact, Instant start, Instant end) {
    long a = Math.max(from, start.toEpochMilli());
    long b = Math.min(to, end.toEpochMilli());
    if (a >= b) return;
    borders.add(new Border(a, fact, 1));
    borders.add(new Border(b, fact, -1));
  }

  Chunk cut(Kinds kinds) {
    borders.sort(Comparator.comparingLong(Border::at));
    List<Long> starts = new ArrayList<>();
    List<StretchKind> found = new ArrayList<>();
    int[] running = new int[Fact.values().length];
    int next = 0;
    for (long at = from; at < to; ) {
      for (; next < borders.size() && borders.get(next).at == at; next++)
        running[borders.get(next).fact.ordinal()] += borders.get(next).step;
      StretchKind kind = kinds.of(running);
      if (found.isEmpty() || !found.get(found.size() - 1).equals(kind)) {
        starts.add(at);
        found.add(kind);
      }
      at = next < borders.size() ? borders.get(next).at : to;
    }
    return new Chunk(
        starts.stream().mapToLong(Long::longValue).toArray(),
        found.toArray(StretchKind[]::new),
        to);
  }
}
