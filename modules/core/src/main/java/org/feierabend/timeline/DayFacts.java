package org.feierabend.timeline;

import static org.feierabend.timeline.PersonFacts.Flag.MINOR;
import static org.feierabend.timeline.PersonFacts.Flag.PROTECTED;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.feierabend.timeline.LocalDays.Leg;
import org.feierabend.timeline.PersonFacts.Span;

/** The facts that come and go with a date of the person's calendar. */
final class DayFacts {
  private final PersonFacts facts;
  private final Almanac almanac;

  /** What takes a date from being free: windows and shifts. */
  private final List<Span> busy;

  private final Sweep sweep;

  DayFacts(PersonFacts facts, Almanac almanac, List<Span> busy, Sweep sweep) {
    this.facts = facts;
    this.almanac = almanac;
    this.busy = busy;
    this.sweep = sweep;
  }

  void add(Leg leg) {
    if (leg.zone().isEmpty()) {
      sweep.add(Fact.DOUBT, leg.span());
      return;
    }
    ZoneId zone = leg.zone().get();
    LocalDays.each(leg.span(), zone, (date, day) -> add(date, zone, day, leg.span()));
    // the late hours of the evening before reach into the leg
    LocalDate before = LocalDate.ofInstant(leg.span().from(), zone).minusDays(1);
    addLateHours(before, zone, leg.span());
  }

  private void add(LocalDate date, ZoneId zone, Span day, Span leg) {
    if (date.getDayOfWeek() == DayOfWeek.SUNDAY) add(Fact.SUNDAY_OR_HOLIDAY, day, leg);
    else
      switch (almanac.holidays().on(date, facts.municipality())) {
        case HOLIDAY -> add(Fact.SUNDAY_OR_HOLIDAY, day, leg);
        case UNKNOWN -> add(Fact.DOUBT, day, leg);
        case WORKDAY -> {}
      }
    boolean eve = almanac.holidays().isTariffDay(date);
    if (eve) add(Fact.TARIFF_DAY, day, leg);
    if (facts.hours().isFree(date)) add(Fact.DAY_OFF, day, leg);
    if (facts.hours().isFree(date) || busy.stream().noneMatch(b -> Spans.overlap(b, day))) {
      HoursOfDay notice = almanac.law().noticeHours(date);
      addHours(Fact.NOTICE_HOURS, date, notice.from(), notice.to(), zone, leg);
    }
    addLateHours(date, zone, leg);
    if (!facts.flags().contains(MINOR)) return;
    if (date.getDayOfWeek() == DayOfWeek.SATURDAY) add(Fact.SATURDAY, day, leg);
    if (date.getMonthValue() == 12 && (date.getDayOfMonth() == 24 || date.getDayOfMonth() == 31))
      addHours(
          Fact.EVE_AFTERNOON,
          date,
          almanac.law().eveAfternoon(date),
          LocalTime.MIDNIGHT,
          zone,
          leg);
  }

  private void addLateHours(LocalDate date, ZoneId zone, Span leg) {
    if (!facts.flags().contains(MINOR) && !facts.flags().contains(PROTECTED)) return;
    HoursOfDay late = almanac.law().lateHours(date);
    addHours(Fact.LATE_HOURS, date, late.from(), late.to(), zone, leg);
  }

  private void addHours(
      Fact fact, LocalDate date, LocalTime from, LocalTime to, ZoneId zone, Span leg) {
    LocalDays.hours(date, from, to, zone).ifPresent(h -> add(fact, h, leg));
  }

  private void add(Fact fact, Span span, Span leg) {
    Spans.both(span, leg).ifPresent(s -> sweep.add(fact, s));
  }
}
