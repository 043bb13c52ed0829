package org.feierabend.acceptance;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** A week the demo's city works from Monday to Friday, for tests that plan days in it. */
final class WholeWeek {
  private static final int DAYS = 5;
  private static final HolidayManager GERMANY =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));

  private WholeWeek() {}

  /** Its Monday, the first one after that day. */
  static LocalDate after(LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    boolean whole = monday.datesUntil(monday.plusDays(DAYS)).noneMatch(WholeWeek::holiday);
    return whole ? monday : after(monday);
  }

  /** Whether the law protects today in the demo's city, on a Sunday or a holiday. */
  static boolean restsToday() {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
    return today.getDayOfWeek() == DayOfWeek.SUNDAY || holiday(today);
  }

  private static boolean holiday(LocalDate date) {
    return GERMANY.isHoliday(date, "by");
  }
}
