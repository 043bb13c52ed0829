package org.feierabend.server;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Days the town works on, for tests that plan by the day they run on. */
final class Workday {
  private static final HolidayManager GERMANY =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));

  private Workday() {}

  static boolean is(LocalDate date) {
    return date.getDayOfWeek() != DayOfWeek.SATURDAY && !ofRest(date);
  }

  /** A Sunday or a Bavarian holiday. */
  static boolean ofRest(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SUNDAY || GERMANY.isHoliday(date, "by");
  }

  /** That day, or the next one worked. */
  static LocalDate from(LocalDate date) {
    return is(date) ? date : from(date.plusDays(1));
  }

  /** The first Monday from that day on whose week is worked until so many days later. */
  static LocalDate monday(LocalDate from, int days) {
    LocalDate monday = from;
    while (monday.getDayOfWeek() != DayOfWeek.MONDAY
        || !monday.datesUntil(monday.plusDays(days + 1L)).allMatch(Workday::is))
      monday = monday.plusDays(1);
    return monday;
  }
}
