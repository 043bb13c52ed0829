package org.feierabend.bench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.Fact;
import org.feierabend.timeline.Holidays;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.OnCall;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;
import org.feierabend.timeline.StretchKind;

/** The facts of one instant the ordinary way: a calendar per message, nothing prepared. */
final class Facts {
  private Facts() {}

  static StretchKind at(PersonFacts p, Instant at, Holidays holidays) {
    ZonedDateTime local = at.atZone(ZoneId.of(p.zone()));
    LocalDate date = local.toLocalDate();
    LocalTime time = local.toLocalTime();
    DayOfWeek day = date.getDayOfWeek();
    boolean inWindow = false;
    if (p.windows().isPresent())
      for (WeeklyWindow w : p.windows().get())
        inWindow |= w.days().contains(day) && !time.isBefore(w.from()) && time.isBefore(w.to());
    boolean absent = false;
    boolean deputy = false;
    for (Absence a : p.absences())
      if (within(a.span(), at)) {
        absent = true;
        deputy |= a.deputy().isPresent();
      }
    boolean onCall = false;
    for (OnCall o : p.onCall()) onCall |= within(o.span(), at);
    boolean shift = false;
    for (Span s : p.shifts()) shift |= within(s, at);
    Holidays.Answer holiday = holidays.on(date, p.municipality());
    boolean sunday = day == DayOfWeek.SUNDAY;
    StretchKind kind = StretchKind.of();
    if (!sunday && holiday == Holidays.Answer.UNKNOWN) kind = kind.and(Fact.DOUBT);
    if (inWindow) kind = kind.and(Fact.WINDOW);
    if (sunday || holiday == Holidays.Answer.HOLIDAY) kind = kind.and(Fact.SUNDAY_OR_HOLIDAY);
    if (holidays.isTariffDay(date)) kind = kind.and(Fact.TARIFF_DAY);
    if (p.hours().freeDays().contains(day)) kind = kind.and(Fact.DAY_OFF);
    if (absent) kind = kind.and(Fact.ABSENT);
    if (deputy) kind = kind.and(Fact.DEPUTY);
    if (onCall) kind = kind.and(Fact.ON_CALL);
    return shift ? kind.and(Fact.SHIFT) : kind;
  }

  private static boolean within(Span span, Instant at) {
    return !at.isBefore(span.from()) && at.isBefore(span.to());
  }
}
