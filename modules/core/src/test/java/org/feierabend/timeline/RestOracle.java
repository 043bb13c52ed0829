package org.feierabend.timeline;

import static org.feierabend.timeline.MinuteOracle.add;
import static org.feierabend.timeline.OracleClock.instant;
import static org.feierabend.timeline.OracleClock.local;
import static org.feierabend.timeline.OracleClock.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.timeline.PersonFacts.Flag;
import org.feierabend.timeline.PersonFacts.OnCall;
import org.feierabend.timeline.PersonFacts.Span;

/** Rest at one instant: every end of work is asked whether its rest still lasts. */
final class RestOracle {
  private final MinuteOracle day;
  private final PersonFacts p;
  private final boolean standByIsWork;
  private final Map<Span, Boolean> breaks = new HashMap<>();
  private final Map<Instant, Boolean> beside = new HashMap<>();
  private final Map<Integer, Integer> sundays = new HashMap<>();

  RestOracle(MinuteOracle day, boolean standByIsWork) {
    this.day = day;
    this.p = day.p;
    this.standByIsWork = standByIsWork;
  }

  void add(Set<Fact> facts, Instant at) {
    List<Span> certain = new ArrayList<>();
    for (Span w : p.roster().worked()) if (!isCallOut(w)) certain.add(w);
    for (OnCall o : p.onCall()) if (standByIsWork && isClose(o)) certain.add(o.span());
    List<Span> planned = new ArrayList<>();
    for (Span s : p.shifts())
      if (p.roster().worked().stream().noneMatch(w -> meet(w, s))) planned.add(s);
    List<Span> callOuts = p.roster().worked().stream().filter(this::isCallOut).toList();
    List<Span> all = new ArrayList<>(certain);
    all.addAll(planned);
    all.addAll(callOuts);
    for (Span w : all) {
      Instant end = w.to();
      if (at.isBefore(end) || covered(end, w, all)) continue;
      boolean callOut = callOuts.contains(w);
      if (!callOut && isBreak(w)) continue;
      if (certain.stream().anyMatch(c -> !c.from().isBefore(end) && !c.from().isAfter(at)))
        continue;
      boolean daily = at.isBefore(end.plus(daily()));
      if (callOut) add(facts, Fact.CALL_OUT_REST, daily);
      else {
        add(facts, Fact.DAILY_REST, daily);
        boolean longer = at.isBefore(end.plus(daily()).plus(Duration.ofHours(24)));
        add(facts, Fact.WEEKLY_REST, longer && besideFreeDay(end));
      }
    }
  }

  private static void add(Set<Fact> facts, Fact fact, boolean holds) {
    MinuteOracle.add(facts, fact, holds);
  }

  boolean isClose(OnCall duty) {
    if (duty.arrival().isPresent() && duty.arrival().get().toMinutes() <= 20) return true;
    return p.roster().worked().stream().filter(w -> within(duty.span(), w.from())).count() >= 3;
  }

  /** Duty classed as work has no call-outs. */
  private boolean isCallOut(Span worked) {
    return p.onCall().stream()
        .filter(o -> !(standByIsWork && isClose(o)))
        .anyMatch(o -> within(o.span(), worked.from()));
  }

  private static boolean covered(Instant end, Span work, List<Span> all) {
    return all.stream().anyMatch(o -> o != work && within(o, end));
  }

  private boolean isBreak(Span work) {
    return breaks.computeIfAbsent(work, this::liesInsideItsDay);
  }

  private boolean liesInsideItsDay(Span work) {
    ZoneId zone = day.zoneAt(work.from());
    LocalDate date = local(work.from(), zone).toLocalDate();
    List<Span> times = new ArrayList<>();
    boolean planned = p.shifts().contains(work) && !p.roster().worked().contains(work);
    if (planned || !isFree(date)) times.addAll(day.windowsBegunOn(date, zone));
    for (Span s : p.shifts()) if (local(s.from(), zone).toLocalDate().equals(date)) times.add(s);
    return times.stream().anyMatch(t -> !work.to().isBefore(t.from()))
        && times.stream().anyMatch(t -> work.to().isBefore(t.to()));
  }

  private Duration daily() {
    if (p.flags().contains(Flag.MINOR)) return Duration.ofHours(12);
    return Duration.ofHours(p.duties().contains("CARE") ? 10 : 11);
  }

  private boolean besideFreeDay(Instant end) {
    return beside.computeIfAbsent(end, this::reachesFreeDay);
  }

  private boolean reachesFreeDay(Instant end) {
    for (Instant t = end; !t.isAfter(end.plus(daily())); t = t.plusSeconds(60)) {
      ZoneId zone = day.zoneAt(t);
      LocalDate date = local(t, zone).toLocalDate();
      if (isFree(date) && !filledByDuty(date, day.zoneAt(end))) return true;
    }
    return false;
  }

  private boolean isFree(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SUNDAY
        || TestHolidays.INSTANCE.on(date, p.municipality()) == Holidays.Answer.HOLIDAY;
  }

  private boolean filledByDuty(LocalDate date, ZoneId zone) {
    Span whole = new Span(instant(date, 0, zone), instant(date, 24, zone));
    List<Span> work = new ArrayList<>(p.shifts());
    work.addAll(p.roster().worked());
    return !p.duties().isEmpty() && work.stream().anyMatch(w -> meet(w, whole));
  }

  int freeSundays(Instant at) {
    ZoneId zone = day.zoneAt(at);
    return sundays.computeIfAbsent(local(at, zone).getYear(), y -> freeSundaysOf(y, zone));
  }

  private int freeSundaysOf(int year, ZoneId zone) {
    int free = 0;
    for (LocalDate d = LocalDate.of(year, 1, 1); d.getYear() == year; d = d.plusDays(1)) {
      Span whole = new Span(instant(d, 0, zone), instant(d, 24, zone));
      if (d.getDayOfWeek() == DayOfWeek.SUNDAY
          && p.shifts().stream().noneMatch(s -> meet(s, whole))) free++;
    }
    return free;
  }

  private static boolean meet(Span a, Span b) {
    return a.from().isBefore(b.to()) && b.from().isBefore(a.to());
  }
}
