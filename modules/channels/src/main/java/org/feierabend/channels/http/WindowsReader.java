package org.feierabend.channels.http;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/** Reads the windows a person sets, and says what is wrong with them. */
final class WindowsReader {
  private static final int MOST = 50;

  private WindowsReader() {}

  /** The facts with the windows, and the zone where one is named, of the document. */
  static PersonFacts changed(PersonFacts facts, Fields document) {
    PersonFacts moved = document.optional("zone").map(z -> inZone(facts, z)).orElse(facts);
    if (document.flag("default"))
      return OwnHours.of(moved, moved.hours().vavailability().isPresent())
          .withWindows(Optional.empty());
    if (!document.node().has("windows")) throw document.missing("windows");
    List<WeeklyWindow> windows = new ArrayList<>();
    for (Fields window : document.objects("windows")) windows.add(window(window));
    if (windows.isEmpty())
      throw Trouble.field(
          "/windows",
          "Mindestens ein Zeitfenster, oder \"default\": true für die der Dienstvereinbarung.",
          "At least one window, or \"default\": true for those of the service agreement.");
    if (windows.size() > MOST)
      throw Trouble.field("/windows", "Höchstens 50 Zeitfenster.", "At most 50 windows.");
    Overlaps.refuse(windows);
    return OwnHours.of(moved, true).withWindows(Optional.of(windows));
  }

  static WeeklyWindow window(Fields window) {
    LocalTime from = window.time("from").orElseThrow(() -> window.missing("from"));
    LocalTime to = window.time("to").orElseThrow(() -> window.missing("to"));
    if (from.equals(to) && !from.equals(LocalTime.MIDNIGHT))
      throw Trouble.field(
          window.pointer() + "/to",
          "Das Ende muss nach dem Beginn liegen, oder davor für ein Fenster über Mitternacht.",
          "The end must come after the start, or before it for a window across midnight.");
    if (from.getSecond() + from.getNano() + to.getSecond() + to.getNano() > 0)
      throw Trouble.field(
          window.pointer(), "Zeiten sind auf die Minute genau.", "Times are given to the minute.");
    return new WeeklyWindow(days(window), from, to);
  }

  private static Set<DayOfWeek> days(Fields window) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    window
        .node()
        .path("days")
        .forEach(
            day -> {
              try {
                days.add(Weekdays.day(day.asText()));
              } catch (IllegalArgumentException e) {
                throw window.expected("days", "[\"MON\", \"TUE\"]");
              }
            });
    if (days.isEmpty()) throw window.expected("days", "[\"MON\", \"TUE\"]");
    return days;
  }

  private static PersonFacts inZone(PersonFacts f, String zone) {
    if (zone.equals(f.zone())) return f;
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw Trouble.field(
          "/zone",
          "Diese Zeitzone ist unbekannt; gemeint ist ein Name wie Europe/Berlin.",
          "This time zone is unknown; a name such as Europe/Berlin is meant.");
    }
    return new PersonFacts(
        zone,
        f.regime(),
        f.flags(),
        f.municipality(),
        f.travel(),
        f.hours(),
        f.absences(),
        f.roster());
  }
}
