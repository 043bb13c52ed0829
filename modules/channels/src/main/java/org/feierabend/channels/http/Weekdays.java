package org.feierabend.channels.http;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Days of the week as MON … SUN, and ranges and lists of them as in scenario files. */
final class Weekdays {
  private Weekdays() {}

  static String word(DayOfWeek day) {
    return day.name().substring(0, 3);
  }

  static List<String> words(Collection<DayOfWeek> days) {
    return days.stream().sorted().map(Weekdays::word).toList();
  }

  static DayOfWeek day(String word) {
    return Arrays.stream(DayOfWeek.values())
        .filter(d -> word(d).equals(word.trim().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Days are written MON … SUN."));
  }

  /** {@code MON-FRI} or {@code MON,TUE,THU}. */
  static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",")) {
      String[] ends = part.split("-", 2);
      DayOfWeek last = day(ends[ends.length - 1]);
      for (DayOfWeek day = day(ends[0]); ; day = day.plus(1)) {
        days.add(day);
        if (day == last) break;
      }
    }
    return days;
  }
}
