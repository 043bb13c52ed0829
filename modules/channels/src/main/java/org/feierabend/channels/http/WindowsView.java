package org.feierabend.channels.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/**
 * My availability windows.
 *
 * @param standard whether these are the policy's, because I set none; {@code default} on the wire
 */
record WindowsView(String zone, List<Window> windows, @JsonProperty("default") boolean standard)
    implements View {
  /** Local times; {@code to} at or before {@code from} is on the next day. */
  record Window(List<String> days, String from, String to) {}

  static List<Window> windows(List<WeeklyWindow> windows) {
    return windows.stream()
        .sorted(
            java.util.Comparator.comparing(WindowsView::firstDay).thenComparing(WeeklyWindow::from))
        .map(w -> new Window(Weekdays.words(w.days()), w.from().toString(), end(w.to())))
        .toList();
  }

  private static DayOfWeek firstDay(WeeklyWindow window) {
    return window.days().stream().sorted().findFirst().orElse(DayOfWeek.MONDAY);
  }

  private static String end(LocalTime to) {
    return to.equals(LocalTime.MIDNIGHT) ? "24:00" : to.toString();
  }
}
