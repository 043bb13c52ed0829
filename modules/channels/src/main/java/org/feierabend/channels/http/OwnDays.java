package org.feierabend.channels.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feierabend.timeline.PersonFacts.OneOff;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.Spans;

/**
 * Single dates that differ from the week: the day is closed, then its windows are opened. What was
 * said for a few hours of a day ("quiet until five") is no date of its own.
 */
record OwnDays(ZoneId zone, List<OneOff> said) {
  /** Local hours of one date; midnight as an end is the end of the day. */
  record Hours(LocalTime from, LocalTime to) {}

  OwnDays {
    said = List.copyOf(said);
  }

  Span day(LocalDate date) {
    return new Span(start(date), start(date.plusDays(1)));
  }

  /** The date as every week has it. */
  OwnDays without(LocalDate date) {
    return new OwnDays(zone, said.stream().filter(o -> !inside(day(date), o.span())).toList());
  }

  OwnDays with(LocalDate date, List<Hours> windows) {
    List<OneOff> changed = new ArrayList<>(without(date).said);
    changed.add(new OneOff(day(date), false));
    for (Hours w : windows) changed.add(new OneOff(span(date, w), true));
    return new OwnDays(zone, changed);
  }

  /** Whether it closes a date, and is not a tap or a "quiet until". */
  boolean closesDate(OneOff once) {
    return !once.available() && once.span().equals(day(date(once)));
  }

  List<DaysView.Day> view() {
    return said.stream()
        .filter(this::closesDate)
        .map(this::date)
        .sorted()
        .map(date -> new DaysView.Day(date.toString(), windows(day(date))))
        .toList();
  }

  private List<DaysView.Hours> windows(Span day) {
    return said.stream()
        .filter(o -> o.available() && inside(day, o.span()))
        .map(o -> new DaysView.Hours(time(o.span().from()), end(o.span().to(), day)))
        .sorted(java.util.Comparator.comparing(DaysView.Hours::from))
        .toList();
  }

  private Span span(LocalDate date, Hours w) {
    Instant from = w.from().atDate(date).atZone(zone).toInstant();
    Instant to =
        w.to().equals(LocalTime.MIDNIGHT)
            ? start(date.plusDays(1))
            : w.to().atDate(date).atZone(zone).toInstant();
    return Optional.of(from)
        .filter(f -> f.isBefore(to))
        .map(f -> new Span(f, to))
        .orElseThrow(
            () ->
                Trouble.field(
                    "/windows",
                    "Von %s bis %s vergeht am %s keine Zeit.".formatted(w.from(), w.to(), date),
                    "From %s to %s no time passes on %s.".formatted(w.from(), w.to(), date)));
  }

  private Instant start(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  private LocalDate date(OneOff once) {
    return LocalDate.ofInstant(once.span().from(), zone);
  }

  private String time(Instant at) {
    return LocalTime.ofInstant(at, zone).toString();
  }

  private String end(Instant at, Span day) {
    return at.equals(day.to()) ? "24:00" : time(at);
  }

  private static boolean inside(Span day, Span span) {
    return Spans.within(day, span.from()) && !span.to().isAfter(day.to());
  }
}
