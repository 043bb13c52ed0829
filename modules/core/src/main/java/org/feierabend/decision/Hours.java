package org.feierabend.decision;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.feierabend.timeline.Holidays;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/** Whether a meeting lies inside weekly hours of the policy, on a day people work. */
final class Hours {
  private Hours() {}

  static boolean cover(
      List<WeeklyWindow> hours, Holidays holidays, PersonFacts person, Instant start, Instant end) {
    ZoneId zone = ZoneId.of(person.zone());
    LocalDate day = LocalDate.ofInstant(start, zone);
    if (day.getDayOfWeek() == DayOfWeek.SUNDAY
        || holidays.on(day, person.municipality()) != Holidays.Answer.WORKDAY) return false;
    return hours.stream()
        .filter(w -> w.days().contains(day.getDayOfWeek()))
        .anyMatch(
            w -> !start.isBefore(at(day, w.from(), zone)) && !end.isAfter(at(day, w.to(), zone)));
  }

  private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
