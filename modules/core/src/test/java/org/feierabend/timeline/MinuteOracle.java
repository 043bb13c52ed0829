package org.feierabend.timeline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/** What holds at one instant, found the slow way, without sweeping and without atZone. */
final class MinuteOracle {
  private final PersonFacts p;
  private final List<WeeklyWindow> standard;
  private final Holidays holidays;
  private final boolean known;
  private final ZoneId zone;

  MinuteOracle(PersonFacts p, List<WeeklyWindow> standard, Holidays holidays) {
    this.p = p;
    this.standard = standard;
    this.holidays = holidays;
    known = ZoneId.getAvailableZoneIds().contains(p.zone());
    zone = known ? ZoneId.of(p.zone()) : ZoneOffset.UTC;
  }

  StretchKind kindAt(Instant at) {
    LocalDate date = at.atZone(zone).toLocalDate();
    Holidays.Answer holiday = holidays.on(date, p.municipality());
    boolean sunday = date.getDayOfWeek() == DayOfWeek.SUNDAY;
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    add(facts, Fact.DOUBT, !known || (!sunday && holiday == Holidays.Answer.UNKNOWN));
    add(facts, Fact.WINDOW, known && inWindow(at, date));
    add(facts, Fact.SUNDAY_OR_HOLIDAY, known && (sunday || holiday == Holidays.Answer.HOLIDAY));
    add(facts, Fact.TARIFF_DAY, known && holidays.isTariffDay(date));
    add(facts, Fact.DAY_OFF, known && p.hours().freeDays().contains(date.getDayOfWeek()));
    add(facts, Fact.ABSENT, p.absences().stream().anyMatch(a -> within(a.span(), at)));
    add(
        facts,
        Fact.DEPUTY,
        p.absences().stream().anyMatch(a -> a.deputy().isPresent() && within(a.span(), at)));
    add(facts, Fact.ON_CALL, p.onCall().stream().anyMatch(o -> within(o.span(), at)));
    add(facts, Fact.SHIFT, p.shifts().stream().anyMatch(s -> within(s, at)));
    return StretchKind.of(facts);
  }

  private static void add(Set<Fact> facts, Fact fact, boolean holds) {
    if (holds) facts.add(fact);
  }

  private boolean inWindow(Instant at, LocalDate date) {
    List<WeeklyWindow> windows =
        p.windows().isPresent()
            ? p.windows().get()
            : p.shifts().isEmpty() ? standard : List.<WeeklyWindow>of();
    for (WeeklyWindow w : windows)
      for (LocalDate begun : List.of(date.minusDays(1), date)) {
        if (!w.days().contains(begun.getDayOfWeek())) continue;
        boolean overnight = w.to().compareTo(w.from()) <= 0;
        Instant from = instant(begun, w.from());
        Instant to = instant(overnight ? begun.plusDays(1) : begun, w.to());
        if (!at.isBefore(from) && at.isBefore(to)) return true;
      }
    return false;
  }

  /** Gap: moved forward by its length; overlap: the first. */
  private Instant instant(LocalDate date, LocalTime time) {
    LocalDateTime local = date.atTime(time);
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition change = rules.getTransition(local);
    if (change == null) return local.toInstant(rules.getOffset(local));
    return local.toInstant(change.getOffsetBefore());
  }

  private static boolean within(Span span, Instant at) {
    return !at.isBefore(span.from()) && at.isBefore(span.to());
  }
}
