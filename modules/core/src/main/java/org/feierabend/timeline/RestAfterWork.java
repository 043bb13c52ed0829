package org.feierabend.timeline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.feierabend.timeline.PersonFacts.Span;

/** How long a person rests after work, as elapsed time from its end. */
public final class RestAfterWork {
  private final PersonFacts facts;
  private final Almanac almanac;
  private final LocalDays days;

  /**
   * @param otherwise the zone where the person's own is unknown
   */
  public RestAfterWork(PersonFacts facts, ZoneId otherwise, Almanac almanac) {
    this(
        facts,
        new LocalDays(LocalDays.zone(facts.zone()).orElse(otherwise), facts.travel()),
        almanac);
  }

  RestAfterWork(PersonFacts facts, LocalDays days, Almanac almanac) {
    this.facts = facts;
    this.days = days;
    this.almanac = almanac;
  }

  /**
   * Work that ends within the daily rest before a Sunday or holiday, or on it, is followed by that
   * day's rest and the daily rest together, unless a duty under ArbZG § 10 fills the day.
   */
  public Rest after(Instant end) {
    LocalDate date = days.dateAt(end);
    Instant rested = end.plus(daily(end));
    LocalDate last = days.dateAt(rested);
    boolean weekly =
        date.datesUntil(last.plusDays(1)).anyMatch(d -> isFree(d) && !coveredByDuty(d, end));
    return weekly
        ? new Rest(rested.plus(almanac.law().weeklyRest(date, facts)), true)
        : new Rest(rested, false);
  }

  /** When the work ended that is rested from until then. */
  public Instant endOfWork(Instant until) {
    Instant daily = until.minus(daily(until));
    if (after(daily).until().equals(until)) return daily;
    return daily.minus(almanac.law().weeklyRest(days.dateAt(daily), facts));
  }

  Duration daily(Instant end) {
    return almanac.law().dailyRest(days.dateAt(end), facts);
  }

  /** A Sunday or a public holiday. */
  boolean isFree(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SUNDAY
        || almanac.holidays().on(date, facts.municipality()) == Holidays.Answer.HOLIDAY;
  }

  private boolean coveredByDuty(LocalDate date, Instant end) {
    if (facts.duties().isEmpty()) return false;
    Span day = LocalDays.days(date, date, days.zoneAt(end));
    return Stream.concat(facts.shifts().stream(), facts.roster().worked().stream())
        .anyMatch(s -> Spans.overlap(s, day));
  }
}
