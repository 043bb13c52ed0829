package org.feierabend.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.feierabend.timeline.PersonFacts.Span;

/** Cuts one span of time at every border of every fact; resolution one millisecond. */
final class Sweep {
  private record Border(long at, Fact fact, int step) {}

  private final long from;
  private final long to;
  private final List<Border> borders = new ArrayList<>();

  Sweep(long from, long to) {
    this.from = from;
    this.to = to;
  }

  Span span() {
    return new Span(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
  }

  /** What lies outside the span of the sweep is no business of it. */
  void add(Fact fact, Span holds) {
    long a = Math.max(from, holds.from().toEpochMilli());
    long b = Math.min(to, holds.to().toEpochMilli());
    if (a >= b) return;
    borders.add(new Border(a, fact, 1));
    borders.add(new Border(b, fact, -1));
  }

  /**
   * @param always the facts that hold in every stretch
   */
  Chunk cut(StretchKind always) {
    borders.sort(Comparator.comparingLong(Border::at));
    List<Long> starts = new ArrayList<>();
    List<StretchKind> found = new ArrayList<>();
    int[] running = new int[Fact.values().length];
    int next = 0;
    for (long at = from; at < to; ) {
      for (; next < borders.size() && borders.get(next).at == at; next++)
        running[borders.get(next).fact.ordinal()] += borders.get(next).step;
      StretchKind kind = always;
      for (Fact f : Fact.values()) if (running[f.ordinal()] > 0) kind = kind.and(f);
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
