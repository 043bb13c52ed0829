package org.feierabend.channels.calendar;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which lines of a calendar are about times. What is not named here is dropped.
 *
 * @param components name of a component → names of its properties that are kept
 */
record KeptLines(Map<String, Set<String>> components) {
  /** What becomes of a line. */
  enum Treatment {
    KEEP,
    DROP,
    /** Told apart from others without being read. */
    HASH,
    COUNT
  }

  private static final Set<String> ZONE =
      Set.of("DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO");
  private static final Set<String> RECURRING =
      Set.of(
          "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "DTSTAMP");

  /** When somebody is available (RFC 7953). */
  static final KeptLines AVAILABILITY =
      new KeptLines(
          Map.of(
              "VAVAILABILITY",
              Set.of("DTSTART", "DTEND", "DURATION", "PRIORITY", "BUSYTYPE", "DTSTAMP"),
              "AVAILABLE",
              RECURRING));

  /** When somebody is busy: what a server says of it, or the times of events. */
  static final KeptLines BUSY =
      new KeptLines(
          Map.of(
              "VEVENT",
              with(RECURRING, "STATUS", "TRANSP"),
              "VFREEBUSY",
              Set.of("DTSTART", "DTEND", "FREEBUSY", "DTSTAMP")));

  /** Times and addresses of an event somebody answers: no title, place or name. */
  static final KeptLines INVITATION =
      new KeptLines(
          Map.of(
              "VEVENT",
              with(RECURRING, "STATUS", "TRANSP", "UID", "SEQUENCE", "ORGANIZER", "ATTENDEE")));

  KeptLines {
    Map<String, Set<String>> all = new HashMap<>(components);
    all.put("VCALENDAR", Set.of());
    all.put("VTIMEZONE", Set.of("TZID"));
    all.put("STANDARD", ZONE);
    all.put("DAYLIGHT", ZONE);
    components = Map.copyOf(all);
  }

  boolean enters(String component) {
    return components.containsKey(component);
  }

  Treatment of(String component, String property) {
    if (components.getOrDefault(component, Set.of()).contains(property)) return Treatment.KEEP;
    boolean recurs = !component.equals("VFREEBUSY") && component.startsWith("V");
    if (property.equals("UID") && (recurs || component.equals("AVAILABLE"))) return Treatment.HASH;
    if (property.equals("ATTENDEE") && component.equals("VEVENT")) return Treatment.COUNT;
    return Treatment.DROP;
  }

  static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private static Set<String> with(Set<String> some, String... more) {
    Set<String> all = new java.util.HashSet<>(some);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }
}
