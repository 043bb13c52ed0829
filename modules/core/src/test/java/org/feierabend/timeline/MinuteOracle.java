package org.feierabend.timeline;

import static org.feierabend.timeline.OracleClock.between;
import static org.feierabend.timeline.OracleClock.instant;
import static org.feierabend.timeline.OracleClock.local;
import static org.feierabend.timeline.OracleClock.nightMinutes;
import static org.feierabend.timeline.OracleClock.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.feierabend.timeline.PersonFacts.Flag;
import org.feierabend.timeline.PersonFacts.OnCall;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.Travel;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/**
 * What holds at one instant, found the slow way from DECISIONS: without sweeping, without atZone,
 * and with nothing of the timeline but the facts it is built from. Rest is {@link RestOracle}'s.
 */
final class MinuteOracle {
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  final PersonFacts p;
  private final Standards standards;
  private final boolean known;
  private final ZoneId home;
  private final RestOracle rest;
  private final Map<String, Boolean> nothing = new HashMap<>();

  MinuteOracle(PersonFacts p, Standards standards) {
    this.p = p;
    this.standards = standards;
    known = ZONES.contains(p.zone());
    home = known ? ZoneId.of(p.zone()) : ZoneOffset.UTC;
    rest = new RestOracle(this, standards.standByIsWork());
  }

  StretchKind kindAt(Instant at) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    constant(facts);
    roster(facts, at);
    if (!known) return StretchKind.of(facts);
    rest.add(facts, at);
    window(facts, at);
    if (journey(at) != null && !ZONES.contains(journey(at).zone())) add(facts, Fact.DOUBT, true);
    else byTheClock(facts, at, zoneAt(at));
    return StretchKind.of(facts);
  }

  private void constant(Set<Fact> facts) {
    add(facts, Fact.DOUBT, !known);
    add(facts, Fact.SUNDAY_DUTY, !p.duties().isEmpty());
    add(facts, Fact.SHORT_REST_DUTY, p.duties().contains("CARE"));
    add(facts, Fact.BEAMTE, p.regime() == PersonFacts.Regime.BEAMTE);
    add(facts, Fact.MINOR, p.flags().contains(Flag.MINOR));
    add(facts, Fact.SHELTERED, p.flags().contains(Flag.PROTECTED));
    add(facts, Fact.HEAD, p.flags().contains(Flag.HEAD));
  }

  /** Week after week from the first time on. */
  private boolean away(Absence a, Instant at) {
    if (within(a.span(), at)) return true;
    LocalDateTime from = local(a.span().from(), home);
    LocalDateTime to = local(a.span().to(), home);
    for (int weeks = a.everyWeeks(); weeks > 0; weeks += a.everyWeeks()) {
      Instant start = instant(from.plusWeeks(weeks), home);
      if (start.isAfter(at)) return false;
      if (at.isBefore(instant(to.plusWeeks(weeks), home))) return true;
    }
    return false;
  }

  private void roster(Set<Fact> facts, Instant at) {
    p.absences().stream()
        .filter(a -> away(a, at))
        .forEach(
            a -> {
              add(facts, Fact.ABSENT, true);
              add(facts, Fact.DEPUTY, a.deputy().isPresent());
            });
    for (OnCall o : p.onCall())
      if (within(o.span(), at)) {
        add(facts, Fact.ON_CALL, true);
        add(facts, Fact.CLOSE_ON_CALL, rest.isClose(o));
      }
    for (Span s : p.shifts())
      if (within(s, at)) {
        add(facts, Fact.SHIFT, true);
        add(facts, Fact.NIGHT_WORK, nightMinutes(s, zoneAt(s.from())) > 120);
      }
    Duration ten = Duration.ofMinutes(10);
    for (Span m : p.roster().meetings())
      add(
          facts,
          Fact.MEETING_BREAK,
          !at.plus(ten).isBefore(m.from()) && at.minus(ten).isBefore(m.to()));
  }

  private static WeeklyWindow evening(WeeklyWindow frame) {
    return new WeeklyWindow(frame.days(), frame.to(), LocalTime.of(22, 0));
  }

  /** What somebody said once holds also where nobody knows the clock. */
  private void window(Set<Fact> facts, Instant at) {
    add(facts, Fact.WINDOW, inWindow(at));
    boolean evening = weekly(standards.frame().stream().map(MinuteOracle::evening).toList(), at);
    add(
        facts,
        Fact.OUTSIDE_FRAME,
        p.flags().contains(Flag.OWN_HOURS)
            && inWindow(at)
            && !weekly(standards.frame(), at)
            && !evening);
  }

  private void byTheClock(Set<Fact> facts, Instant at, ZoneId zone) {
    LocalDateTime local = local(at, zone);
    LocalDate date = local.toLocalDate();
    boolean sunday = date.getDayOfWeek() == DayOfWeek.SUNDAY;
    Holidays.Answer holiday = TestHolidays.INSTANCE.on(date, p.municipality());
    boolean eve = TestHolidays.INSTANCE.isTariffDay(date);
    add(facts, Fact.DOUBT, !sunday && holiday == Holidays.Answer.UNKNOWN);
    add(facts, Fact.SUNDAY_OR_HOLIDAY, sunday || holiday == Holidays.Answer.HOLIDAY);
    add(facts, Fact.TARIFF_DAY, eve);
    add(facts, Fact.CORE, weekly(standards.core(), at));
    add(facts, Fact.FOCUS, weekly(p.hours().focus(), at));
    add(facts, Fact.DAY_OFF, dayOff(date));
    if (dayOff(date) || nothingOn(date, zone))
      add(facts, Fact.NOTICE_HOURS, between(at, date, 6, 20, zone));
    boolean minor = p.flags().contains(Flag.MINOR);
    if (minor || p.flags().contains(Flag.PROTECTED))
      add(
          facts,
          Fact.LATE_HOURS,
          between(at, date, 20, 30, zone) || between(at, date.minusDays(1), 20, 30, zone));
    add(facts, Fact.SATURDAY, minor && date.getDayOfWeek() == DayOfWeek.SATURDAY);
    add(facts, Fact.EVE_AFTERNOON, minor && eve && between(at, date, 14, 24, zone));
    if (!p.shifts().isEmpty()) add(facts, Fact.FEW_FREE_SUNDAYS, rest.freeSundays(at) < 15);
  }

  /** Weeks counted one by one from the anchor's Monday. */
  boolean dayOff(LocalDate date) {
    if (p.hours().pattern().isEmpty()) return false;
    WorkPattern pattern = p.hours().pattern().get();
    LocalDate monday = pattern.anchor();
    while (monday.getDayOfWeek() != DayOfWeek.MONDAY) monday = monday.minusDays(1);
    int week = 0;
    int size = pattern.weeks().size();
    long ahead = ChronoUnit.DAYS.between(monday, date) / 7 - 8;
    if (ahead > 0) {
      monday = monday.plusWeeks(ahead);
      week = (int) (ahead % size);
    }
    for (; monday.isAfter(date); monday = monday.minusWeeks(1)) week = (week + size - 1) % size;
    for (; !monday.plusWeeks(1).isAfter(date); monday = monday.plusWeeks(1))
      week = (week + 1) % size;
    return !pattern.weeks().get(week).contains(date.getDayOfWeek());
  }

  private boolean nothingOn(LocalDate date, ZoneId zone) {
    return nothing.computeIfAbsent(date + " " + zone, k -> walk(date, zone));
  }

  /** Neither a window nor a shift touches the date: asked minute by minute. */
  private boolean walk(LocalDate date, ZoneId zone) {
    Instant end = instant(date.plusDays(1), 0, zone);
    for (Instant t = instant(date, 0, zone); t.isBefore(end); t = t.plusSeconds(60)) {
      Instant minute = t;
      if (inWindow(t) || p.shifts().stream().anyMatch(s -> within(s, minute))) return false;
    }
    return true;
  }

  boolean inWindow(Instant at) {
    if (saidOnce(at) >= 0) return p.hours().oneOffs().get(saidOnce(at)).available();
    if (p.hours().vavailability().isPresent()) {
      List<Span> said = TestLaw.spans(p.hours().vavailability().get());
      if (within(said.get(0), at)) return said.stream().skip(1).anyMatch(s -> within(s, at));
    }
    if (p.windows().isPresent()) return weekly(p.windows().get(), at);
    return p.shifts().isEmpty() && weekly(standards.windows(), at);
  }

  private boolean weekly(List<WeeklyWindow> hours, Instant at) {
    if (journey(at) != null && !ZONES.contains(journey(at).zone())) return false;
    ZoneId zone = zoneAt(at);
    LocalDate date = local(at, zone).toLocalDate();
    for (WeeklyWindow w : hours)
      for (LocalDate begun : List.of(date.minusDays(1), date)) {
        if (!w.days().contains(begun.getDayOfWeek())) continue;
        boolean overnight = w.to().compareTo(w.from()) <= 0;
        Instant from = instant(begun.atTime(w.from()), zone);
        Instant to = instant((overnight ? begun.plusDays(1) : begun).atTime(w.to()), zone);
        if (!at.isBefore(from) && at.isBefore(to)) return true;
      }
    return false;
  }

  /**
   * The pieces of windows that begin on a date, walked by minutes; the last thing said once wins.
   */
  List<Span> windowsBegunOn(LocalDate date, ZoneId zone) {
    Span day = new Span(instant(date, 0, zone), instant(date, 24, zone));
    List<Span> said = new ArrayList<>();
    p.hours().vavailability().ifPresent(c -> said.addAll(TestLaw.spans(c)));
    List<Span> found = new ArrayList<>();
    for (Span s : said.subList(Math.min(1, said.size()), said.size()))
      found.addAll(pieces(s, day, t -> saidOnce(t) < 0));
    for (int i = 0; i < p.hours().oneOffs().size(); i++) {
      int once = i;
      if (p.hours().oneOffs().get(i).available())
        found.addAll(pieces(p.hours().oneOffs().get(i).span(), day, t -> saidOnce(t) == once));
    }
    List<WeeklyWindow> hours =
        p.windows().orElse(p.shifts().isEmpty() ? standards.windows() : List.of());
    Set<ZoneId> zones = new HashSet<>(Set.of(home));
    for (Travel t : p.travel()) if (ZONES.contains(t.zone())) zones.add(ZoneId.of(t.zone()));
    for (ZoneId z : zones)
      for (LocalDate d = date.minusDays(2); !d.isAfter(date.plusDays(1)); d = d.plusDays(1))
        for (WeeklyWindow w : hours)
          if (w.days().contains(d.getDayOfWeek())) {
            boolean overnight = w.to().compareTo(w.from()) <= 0;
            Instant begin = instant(d.atTime(w.from()), z);
            Instant end = instant((overnight ? d.plusDays(1) : d).atTime(w.to()), z);
            if (begin.isBefore(end))
              found.addAll(
                  pieces(
                      new Span(begin, end),
                      day,
                      t -> clockRuns(t, z) && saidOnce(t) < 0 && !spoken(said, t)));
          }
    return found;
  }

  /** The parts of a window that hold without a gap and begin on the day. */
  private static List<Span> pieces(Span window, Span day, Predicate<Instant> open) {
    List<Span> found = new ArrayList<>();
    Instant start = null;
    for (Instant t = window.from(); !t.isAfter(window.to()); t = t.plusSeconds(60)) {
      boolean holds = t.isBefore(window.to()) && open.test(t);
      if (holds && start == null) start = t;
      if (!holds && start != null) {
        if (within(day, start)) found.add(new Span(start, t));
        start = null;
      }
    }
    return found;
  }

  /** Which of the things said once speaks at an instant; below zero for none. */
  private int saidOnce(Instant at) {
    int last = p.hours().oneOffs().size() - 1;
    while (last >= 0 && !within(p.hours().oneOffs().get(last).span(), at)) last--;
    return last;
  }

  private boolean clockRuns(Instant at, ZoneId zone) {
    Travel away = journey(at);
    return zoneAt(at).equals(zone) && (away == null || ZONES.contains(away.zone()));
  }

  private static boolean spoken(List<Span> said, Instant at) {
    return !said.isEmpty() && within(said.get(0), at);
  }

  Travel journey(Instant at) {
    for (Travel t : p.travel()) {
      ZoneId zone = ZONES.contains(t.zone()) ? ZoneId.of(t.zone()) : home;
      LocalDate there = local(at, zone).toLocalDate();
      if (!there.isBefore(t.from()) && !there.isAfter(t.to())) return t;
    }
    return null;
  }

  ZoneId zoneAt(Instant at) {
    Travel t = journey(at);
    return t == null || !ZONES.contains(t.zone()) ? home : ZoneId.of(t.zone());
  }

  static void add(Set<Fact> facts, Fact fact, boolean holds) {
    if (holds) facts.add(fact);
  }
}
