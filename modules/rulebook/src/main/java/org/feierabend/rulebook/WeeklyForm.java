package org.feierabend.rulebook;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/** Reads {@code MON-FRI: "07:00-12:00, 14:00-19:00"} and {@code "MON,TUE,THU"}. */
final class WeeklyForm {
  private WeeklyForm() {}

  static List<WeeklyWindow> windows(Entry entry) {
    List<WeeklyWindow> windows = new ArrayList<>();
    for (Map.Entry<String, Entry> e : entry.map().entrySet())
      windows.addAll(e.getValue().as(text -> windows(e.getKey(), text)));
    return windows;
  }

  /** Days → hours, both as text. */
  static List<WeeklyWindow> windows(Map<?, ?> week) {
    List<WeeklyWindow> windows = new ArrayList<>();
    week.forEach((days, hours) -> windows.addAll(windows(days.toString(), hours.toString())));
    return windows;
  }

  private static List<WeeklyWindow> windows(String days, String spans) {
    List<WeeklyWindow> windows = new ArrayList<>();
    if (spans.isBlank()) return windows;
    for (String span : spans.split(",")) {
      String[] ends = span.strip().split("-");
      if (ends.length != 2)
        throw new IllegalArgumentException("hours are written like 07:00-19:00");
      windows.add(new WeeklyWindow(days(days), time(ends[0]), time(ends[1])));
    }
    return windows;
  }

  static Set<DayOfWeek> days(String text) {
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",")) {
      String[] ends = part.strip().split("-");
      if (ends.length > 2 || part.isBlank())
        throw new IllegalArgumentException("days are written like MON-FRI or MON,TUE,THU");
      DayOfWeek last = day(ends[ends.length - 1]);
      for (DayOfWeek d = day(ends[0]); ; d = d.plus(1)) {
        days.add(d);
        if (d == last) break;
      }
    }
    return days;
  }

  private static DayOfWeek day(String text) {
    for (DayOfWeek d : DayOfWeek.values())
      if (d.name().substring(0, 3).equalsIgnoreCase(text.strip())) return d;
    throw new IllegalArgumentException(
        "days are MON, TUE, WED, THU, FRI, SAT and SUN, but got '%s'".formatted(text));
  }

  private static LocalTime time(String text) {
    String t = text.strip();
    return t.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(t);
  }
}
