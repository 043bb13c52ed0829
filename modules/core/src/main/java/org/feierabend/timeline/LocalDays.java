package org.feierabend.timeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.Travel;

/**
 * Which zone a person's clock shows: that of a declared journey on its days, else the home zone.
 * Local times in a gap of the clock move forward, ambiguous ones are the first.
 */
final class LocalDays {
  /** A span of time in one zone; empty: nobody knows which. */
  record Leg(Span span, Optional<ZoneId> zone) {}

  private final ZoneId home;
  private final List<Leg> journeys = new ArrayList<>();

  LocalDays(ZoneId home, List<Travel> travel) {
    this.home = home;
    for (Travel t : travel) {
      Optional<ZoneId> zone = zone(t.zone());
      Span span = days(t.from(), t.to(), zone.orElse(home));
      List<Span> before = journeys.stream().map(Leg::span).toList();
      Spans.without(span, before).forEach(s -> journeys.add(new Leg(s, zone)));
    }
  }

  /**
   * The legs of a span of time, gapless and in order. Journeys that follow each other in one zone
   * are one leg: a window over their seam is not cut in two.
   */
  List<Leg> legs(Span span) {
    List<Leg> legs = new ArrayList<>();
    for (Leg j : journeys) Spans.both(j.span, span).ifPresent(s -> legs.add(new Leg(s, j.zone)));
    List<Span> away = legs.stream().map(Leg::span).toList();
    Spans.without(span, away).forEach(s -> legs.add(new Leg(s, Optional.of(home))));
    legs.sort(Comparator.comparing(leg -> leg.span.from()));
    for (int i = legs.size() - 1; i > 0; i--) {
      Leg before = legs.get(i - 1);
      Leg leg = legs.get(i);
      if (!before.zone.equals(leg.zone)) continue;
      legs.remove(i);
      legs.set(i - 1, new Leg(new Span(before.span.from(), leg.span.to()), leg.zone));
    }
    return legs;
  }

  /** The zone at an instant; the home zone where that of a journey is unknown. */
  ZoneId zoneAt(Instant at) {
    return journeys.stream()
        .filter(j -> Spans.within(j.span, at))
        .findFirst()
        .flatMap(Leg::zone)
        .orElse(home);
  }

  ZoneId home() {
    return home;
  }

  LocalDate dateAt(Instant at) {
    return LocalDate.ofInstant(at, zoneAt(at));
  }

  /** Every date that touches the span, and its zone. */
  static void each(Span span, ZoneId zone, BiConsumer<LocalDate, Span> step) {
    LocalDate last = LocalDate.ofInstant(span.to().minusNanos(1), zone);
    for (LocalDate d = LocalDate.ofInstant(span.from(), zone); !d.isAfter(last); d = d.plusDays(1))
      step.accept(d, days(d, d, zone));
  }

  /** Both dates included. */
  static Span days(LocalDate first, LocalDate last, ZoneId zone) {
    return new Span(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** The hours that begin on a date; none where a gap of the clock swallows them. */
  static Optional<Span> hours(LocalDate date, LocalTime from, LocalTime to, ZoneId zone) {
    LocalDate until = to.isAfter(from) ? date : date.plusDays(1);
    Instant start = date.atTime(from).atZone(zone).toInstant();
    Instant end = until.atTime(to).atZone(zone).toInstant();
    return start.isBefore(end) ? Optional.of(new Span(start, end)) : Optional.empty();
  }

  static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty(); // an unknown zone is a fact to decide on
    }
  }
}
