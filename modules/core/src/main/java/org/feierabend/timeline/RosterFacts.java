package org.feierabend.timeline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.LongStream;
import org.feierabend.timeline.PersonFacts.OnCall;
import org.feierabend.timeline.PersonFacts.Span;

/** The facts that are planned with a person by instants: absences, duties, shifts, meetings. */
final class RosterFacts {
  private final PersonFacts facts;
  private final WorkingTimeLaw law;
  private final LocalDays days;

  RosterFacts(PersonFacts facts, WorkingTimeLaw law, LocalDays days) {
    this.facts = facts;
    this.law = law;
    this.days = days;
  }

  void add(Sweep sweep) {
    for (Absence a : facts.absences())
      for (Span away : a.within(sweep.span(), days.home())) {
        sweep.add(Fact.ABSENT, away);
        if (a.deputy().isPresent()) sweep.add(Fact.DEPUTY, away);
      }
    for (OnCall o : facts.onCall()) sweep.add(Fact.ON_CALL, o.span());
    for (Span s : closeDuties()) sweep.add(Fact.CLOSE_ON_CALL, s);
    for (Span s : facts.shifts()) {
      sweep.add(Fact.SHIFT, s);
      if (isNightWork(s)) sweep.add(Fact.NIGHT_WORK, s);
    }
    for (Span m : facts.roster().meetings()) {
      Duration pause = law.meetingBreak(days.dateAt(m.from()));
      sweep.add(Fact.MEETING_BREAK, new Span(m.from().minus(pause), m.to().plus(pause)));
    }
    if (!facts.shifts().isEmpty()) addYears(sweep);
  }

  /** On-call duties that leave little time of one's own: a short way, or many calls. */
  List<Span> closeDuties() {
    return facts.onCall().stream().filter(this::isClose).map(OnCall::span).toList();
  }

  private boolean isClose(OnCall duty) {
    LocalDate day = days.dateAt(duty.span().from());
    if (duty.arrival().filter(a -> a.compareTo(law.closeArrival(day)) <= 0).isPresent())
      return true;
    long calls =
        facts.roster().worked().stream().filter(w -> Spans.within(duty.span(), w.from())).count();
    return calls > 0 && calls >= law.frequentCalls(day);
  }

  /** More than two hours of the night, elapsed (ArbZG § 2 Abs. 3 and 4). */
  private boolean isNightWork(Span shift) {
    ZoneId zone = days.zoneAt(shift.from());
    LocalDate first = LocalDate.ofInstant(shift.from(), zone).minusDays(1);
    LocalDate last = LocalDate.ofInstant(shift.to(), zone);
    Duration night =
        first
            .datesUntil(last.plusDays(1))
            .flatMap(d -> LocalDays.hours(d, law.night(d).from(), law.night(d).to(), zone).stream())
            .map(n -> Spans.common(n, shift))
            .reduce(Duration.ZERO, Duration::plus);
    return night.compareTo(law.nightWork(first)) > 0;
  }

  private void addYears(Sweep sweep) {
    Span span = sweep.span();
    ZoneId zone = days.zoneAt(span.from());
    for (int year = LocalDate.ofInstant(span.from(), zone).getYear();
        year <= LocalDate.ofInstant(span.to(), zone).getYear();
        year++) {
      LocalDate first = LocalDate.of(year, 1, 1);
      LocalDate last = LocalDate.of(year, 12, 31);
      if (freeSundays(first, last, zone) < law.freeSundays(first))
        sweep.add(Fact.FEW_FREE_SUNDAYS, LocalDays.days(first, last, zone));
    }
  }

  private long freeSundays(LocalDate first, LocalDate last, ZoneId zone) {
    LocalDate sunday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    long weeks = (last.toEpochDay() - sunday.toEpochDay()) / 7 + 1;
    return LongStream.range(0, weeks)
        .mapToObj(sunday::plusWeeks)
        .map(d -> LocalDays.days(d, d, zone))
        .filter(d -> facts.shifts().stream().noneMatch(s -> Spans.overlap(s, d)))
        .count();
  }
}
