package org.feierabend.bench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.feierabend.timeline.Holidays;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Absence;
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
    return new StretchKind(
        sunday || holiday != Holidays.Answer.UNKNOWN,
        inWindow,
        sunday || holiday == Holidays.Answer.HOLIDAY,
        holidays.isTariffDay(date),
        p.freeDays().contains(day),
        absent,
        deputy,
        onCall,
        shift,
        !p.duties().isEmpty(),
        p.regime() == PersonFacts.Regime.BEAMTE,
        p.flags().contains(PersonFacts.Flag.MINOR),
        p.flags().contains(PersonFacts.Flag.PROTECTED));
  }

  private static boolean within(Span span, Instant at) {
    return !at.isBefore(span.from()) && at.isBefore(span.to());
  }
}
