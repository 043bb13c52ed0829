package org.feierabend.channels.http;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/** Two windows may touch, never overlap; a window may reach from Sunday into Monday. */
final class Overlaps {
  private static final int DAY = 24 * 60;

  private Overlaps() {}

  static void refuse(List<WeeklyWindow> windows) {
    int[] owner = new int[7 * DAY]; // minute of the week → 1 + index of its window
    for (int i = 0; i < windows.size(); i++)
      for (DayOfWeek day : windows.get(i).days()) claim(owner, windows.get(i), day, i + 1);
  }

  private static void claim(int[] owner, WeeklyWindow window, DayOfWeek day, int number) {
    int start = (day.getValue() - 1) * DAY + minute(window.from());
    int length = Math.floorMod(minute(window.to()) - minute(window.from()) - 1, DAY) + 1;
    for (int m = start; m < start + length; m++) {
      int at = m % owner.length;
      if (owner[at] != 0)
        throw Trouble.field(
            "/windows/" + (number - 1),
            "Fenster %d überschneidet sich am %s mit Fenster %d."
                .formatted(number, named(day, Locale.GERMAN), owner[at]),
            "Window %d overlaps window %d on %s."
                .formatted(number, owner[at], named(day, Locale.ENGLISH)));
      owner[at] = number;
    }
  }

  private static String named(DayOfWeek day, Locale language) {
    return day.getDisplayName(TextStyle.FULL, language);
  }

  private static int minute(LocalTime time) {
    return time.getHour() * 60 + time.getMinute();
  }
}
