package org.feierabend.channels.http;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.decision.Reachability;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;
import org.feierabend.timeline.Stretch;

/** The windows the policy gives somebody who sets none, as their own timeline shows them. */
final class StandardWindows {
  private record Times(LocalTime from, LocalTime to) {}

  private StandardWindows() {}

  /**
   * @param monday of the week that is read
   */
  static List<WeeklyWindow> of(
      Reachability reachability, PersonFacts facts, LocalDate monday, ZoneId zone) {
    Map<Times, Set<DayOfWeek>> days = new LinkedHashMap<>();
    for (Span span : inWindow(reachability, facts, monday, zone)) {
      ZonedDateTime from = span.from.atZone(zone);
      days.computeIfAbsent(
              new Times(from.toLocalTime(), span.to.atZone(zone).toLocalTime()),
              t -> EnumSet.noneOf(DayOfWeek.class))
          .add(from.getDayOfWeek());
    }
    List<WeeklyWindow> windows = new ArrayList<>();
    days.forEach((times, on) -> windows.add(new WeeklyWindow(on, times.from(), times.to())));
    return windows;
  }

  private record Span(Instant from, Instant to) {}

  private static List<Span> inWindow(
      Reachability reachability, PersonFacts facts, LocalDate monday, ZoneId zone) {
    Instant start = monday.atStartOfDay(zone).toInstant();
    Instant end = monday.plusWeeks(1).atStartOfDay(zone).toInstant();
    List<Span> spans = new ArrayList<>();
    for (Stretch stretch : reachability.stretches(facts, start, end)) {
      if (!stretch.kind().inWindow()) continue;
      Instant from = stretch.start().isBefore(start) ? start : stretch.start();
      Instant to = stretch.end().isAfter(end) ? end : stretch.end();
      int last = spans.size() - 1;
      if (last >= 0 && spans.get(last).to.equals(from))
        spans.set(last, new Span(spans.get(last).from, to));
      else spans.add(new Span(from, to));
    }
    return spans;
  }
}
