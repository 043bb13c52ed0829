package org.feierabend.timeline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.feierabend.timeline.Availabilities.Availability;
import org.feierabend.timeline.LocalDays.Leg;
import org.feierabend.timeline.PersonFacts.OneOff;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/**
 * When a person is available: what they said once, what their calendar says where it says
 * something, their weekly windows elsewhere, else the policy's; shifts stand for windows where
 * somebody has no own.
 */
final class Windows {
  private static final Duration A_DAY = Duration.ofDays(1).plusHours(2); // of 25 hours, and an hour

  private final PersonFacts facts;
  private final List<WeeklyWindow> weekly;
  private final LocalDays days;
  private final Availabilities availabilities;

  Windows(
      PersonFacts facts,
      List<WeeklyWindow> standard,
      LocalDays days,
      Availabilities availabilities) {
    this.facts = facts;
    this.weekly = facts.windows().orElse(facts.shifts().isEmpty() ? standard : List.of());
    this.days = days;
    this.availabilities = availabilities;
  }

  /** The windows that touch the span. */
  List<Span> touching(Span span) {
    Availability said =
        facts
            .hours()
            .vavailability()
            .map(c -> availabilities.between(c, days.zoneAt(span.from()), span.from(), span.to()))
            .orElse(Availability.SILENT);
    List<Span> found = new ArrayList<>(said.free());
    for (Span w : weekly(weekly, days, span)) found.addAll(Spans.without(w, said.spoken()));
    for (OneOff once : facts.hours().oneOffs())
      if (Spans.overlap(once.span(), span)) found = with(once, found);
    return found;
  }

  private static List<Span> with(OneOff once, List<Span> windows) {
    List<Span> changed = new ArrayList<>();
    for (Span w : windows) changed.addAll(Spans.without(w, List.of(once.span())));
    if (once.available()) changed.add(once.span());
    return changed;
  }

  /** The windows that begin on a date. */
  List<Span> of(LocalDate date, ZoneId zone) {
    Span day = LocalDays.days(date, date, zone);
    return touching(wider(day)).stream().filter(w -> Spans.within(day, w.from())).toList();
  }

  /** Weekly hours as they fall into a span; those of the evening before reach into it. */
  static List<Span> weekly(List<WeeklyWindow> weekly, LocalDays days, Span span) {
    List<Span> found = new ArrayList<>();
    if (weekly.isEmpty()) return found;
    for (Leg leg : days.legs(wider(span)))
      leg.zone()
          .ifPresent(
              zone ->
                  LocalDays.each(
                      new Span(leg.span().from().minus(A_DAY), leg.span().to()),
                      zone,
                      (date, day) -> {
                        for (WeeklyWindow w : weekly)
                          if (w.days().contains(date.getDayOfWeek()))
                            LocalDays.hours(date, w.from(), w.to(), zone)
                                .flatMap(h -> Spans.both(h, leg.span()))
                                .filter(h -> Spans.overlap(h, span))
                                .ifPresent(found::add);
                      }));
    return found;
  }

  private static Span wider(Span span) {
    return new Span(span.from().minus(A_DAY), span.to().plus(A_DAY));
  }
}
