package org.feierabend.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.feierabend.contact.PersonId;
import org.feierabend.timeline.PersonFacts.Span;

/**
 * Absence without its reason; no deputy, an absent one or a loop: SILENCE + REVIEW.
 *
 * @param span the first time
 * @param everyWeeks after how many weeks it comes again, at the same hour of the clock on the wall;
 *     0: it comes once
 */
public record Absence(Span span, Optional<PersonId> deputy, int everyWeeks) {
  public static final int MOST_WEEKS = 8;
  private static final int DAYS = 7;

  /** The clock moves by less. */
  private static final Duration SLACK = Duration.ofHours(3);

  public Absence {
    if (everyWeeks < 0 || everyWeeks > MOST_WEEKS)
      throw new IllegalArgumentException(
          "An absence comes again after 1 to %d weeks, or 0 for once, but got %d."
              .formatted(MOST_WEEKS, everyWeeks));
    if (everyWeeks > 0 && length(span).compareTo(week(everyWeeks)) > 0)
      throw new IllegalArgumentException(
          "An absence must end before it comes again, but got %s to %s every %d weeks."
              .formatted(span.from(), span.to(), everyWeeks));
  }

  public Absence(Span span, Optional<PersonId> deputy) {
    this(span, deputy, 0);
  }

  public Absence with(Optional<PersonId> other) {
    return new Absence(span, other, everyWeeks);
  }

  /** When the person is absent, as far as it touches the span asked about. */
  List<Span> within(Span asked, ZoneId zone) {
    if (everyWeeks == 0) return List.of(span);
    if (!span.from().isBefore(asked.to())) return List.of();
    long first = Math.max(0, times(asked.from().minus(length(span)).minus(SLACK)));
    return LongStream.rangeClosed(first, Math.max(first, times(asked.to().plus(SLACK))))
        .mapToObj(n -> again(n, zone))
        .flatMap(Optional::stream)
        .filter(again -> Spans.overlap(again, asked))
        .toList();
  }

  boolean holds(Instant at, ZoneId zone) {
    return within(new Span(at, at.plus(1, ChronoUnit.MILLIS)), zone).stream()
        .anyMatch(again -> Spans.within(again, at));
  }

  /** The n-th time after the first; none where a change of the clock swallows it. */
  private Optional<Span> again(long n, ZoneId zone) {
    if (n == 0) return Optional.of(span);
    Instant from = later(span.from(), n, zone);
    Instant to = later(span.to(), n, zone);
    return from.isBefore(to) ? Optional.of(new Span(from, to)) : Optional.empty();
  }

  private Instant later(Instant at, long n, ZoneId zone) {
    return LocalDateTime.ofInstant(at, zone).plusWeeks(n * everyWeeks).atZone(zone).toInstant();
  }

  /** How often it came again until then. */
  private long times(Instant at) {
    return Math.floorDiv(
        Duration.between(span.from(), at).toSeconds(), week(everyWeeks).toSeconds());
  }

  private static Duration length(Span span) {
    return Duration.between(span.from(), span.to());
  }

  private static Duration week(int weeks) {
    return Duration.ofDays((long) weeks * DAYS);
  }
}
