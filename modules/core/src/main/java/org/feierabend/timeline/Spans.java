package org.feierabend.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feierabend.timeline.PersonFacts.Span;

/** Arithmetic of half-open spans. */
public final class Spans {
  private Spans() {}

  public static boolean within(Span span, Instant at) {
    return !at.isBefore(span.from()) && at.isBefore(span.to());
  }

  static boolean overlap(Span a, Span b) {
    return a.from().isBefore(b.to()) && b.from().isBefore(a.to());
  }

  public static Optional<Span> both(Span a, Span b) {
    return overlap(a, b)
        ? Optional.of(
            new Span(
                a.from().isAfter(b.from()) ? a.from() : b.from(),
                a.to().isBefore(b.to()) ? a.to() : b.to()))
        : Optional.empty();
  }

  /** The parts of a span that none of the others covers. */
  public static List<Span> without(Span span, List<Span> others) {
    List<Span> left = List.of(span);
    for (Span other : others) {
      List<Span> next = new ArrayList<>();
      for (Span s : left) {
        if (!overlap(s, other)) {
          next.add(s);
          continue;
        }
        if (s.from().isBefore(other.from())) next.add(new Span(s.from(), other.from()));
        if (other.to().isBefore(s.to())) next.add(new Span(other.to(), s.to()));
      }
      left = next;
    }
    return left;
  }

  /** Elapsed time two spans have in common. */
  static Duration common(Span a, Span b) {
    return both(a, b).map(s -> Duration.between(s.from(), s.to())).orElse(Duration.ZERO);
  }
}
