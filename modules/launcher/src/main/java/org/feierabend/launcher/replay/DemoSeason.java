package org.feierabend.launcher.replay;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;

/** How busy a made-up town is on a day, in percent of an ordinary one. */
final class DemoSeason {
  private static final Map<DayOfWeek, Integer> WEEK =
      Map.of(
          DayOfWeek.MONDAY, 105,
          DayOfWeek.TUESDAY, 115,
          DayOfWeek.WEDNESDAY, 105,
          DayOfWeek.THURSDAY, 110,
          DayOfWeek.FRIDAY, 65,
          DayOfWeek.SATURDAY, 0,
          DayOfWeek.SUNDAY, 0);

  /** Good Friday, Easter Monday, Ascension, Whit Monday and Corpus Christi, in days from Easter. */
  private static final int[] EASTER = {-2, 1, 39, 50, 60};

  int percent(LocalDate day) {
    if (holiday(day)) return 0;
    return WEEK.get(day.getDayOfWeek()) * season(day) / 100;
  }

  private static int season(LocalDate day) {
    int date = day.getMonthValue() * 100 + day.getDayOfMonth();
    if (date >= 1222 || date <= 106) return 25; // between the years
    if (date >= 803 && date <= 912) return 60; // school holidays of the summer
    if (day.getMonth() == Month.NOVEMBER || date < 1222 && date > 1200) return 112;
    return 100;
  }

  private static boolean holiday(LocalDate day) {
    int date = day.getMonthValue() * 100 + day.getDayOfMonth();
    switch (date) {
      case 101, 106, 501, 1003, 1101, 1224, 1225, 1226, 1231:
        return true;
      default:
        LocalDate easter = easter(day.getYear());
        for (int offset : EASTER) if (easter.plusDays(offset).equals(day)) return true;
        return false;
    }
  }

  /** Gauss's rule in the form of Butcher and Meeus. */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int monthAndDay = h + l - 7 * m + 114;
    return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
  }
}
