package org.feierabend.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.feierabend.timeline.PersonFacts.Span;

/** Local times and instants the slow way, by the rules of the zone alone; for the oracles. */
final class OracleClock {
  private OracleClock() {}

  static LocalDateTime local(Instant at, ZoneId zone) {
    return LocalDateTime.ofEpochSecond(
        at.getEpochSecond(), at.getNano(), zone.getRules().getOffset(at));
  }

  /** An hour may be 24 or more: of the next day. */
  static Instant instant(LocalDate date, int hour, ZoneId zone) {
    return instant(date.plusDays(hour / 24).atTime(hour % 24, 0), zone);
  }

  /** Gap: moved forward by its length; overlap: the first. */
  static Instant instant(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change == null
        ? local.toInstant(zone.getRules().getOffset(local))
        : local.toInstant(change.getOffsetBefore());
  }

  static boolean within(Span span, Instant at) {
    return !at.isBefore(span.from()) && at.isBefore(span.to());
  }

  static boolean between(Instant at, LocalDate date, int from, int to, ZoneId zone) {
    return !at.isBefore(instant(date, from, zone)) && at.isBefore(instant(date, to, zone));
  }

  static int nightMinutes(Span shift, ZoneId zone) {
    int minutes = 0;
    for (Instant t = shift.from(); t.isBefore(shift.to()); t = t.plusSeconds(60)) {
      LocalTime time = local(t, zone).toLocalTime();
      if (time.getHour() >= 23 || time.getHour() < 6) minutes++;
    }
    return minutes;
  }
}
