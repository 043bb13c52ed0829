package org.feierabend.channels.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import org.feierabend.timeline.Availabilities;

/** A VAVAILABILITY somebody hands in: the times of it, tried before they are believed. */
public final class HandedIn {
  /** Longest file, in bytes. */
  public static final int LONGEST = 65_536;

  private static final Duration AHEAD = Duration.ofDays(400); // as far as decisions look

  private final TimesOnly filter;
  private final String text;

  private HandedIn(byte[] file) {
    filter = new TimesOnly(new ByteArrayInputStream(file), KeptLines.AVAILABILITY);
    try {
      text = new String(filter.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory could not be read.", e);
    }
  }

  /**
   * The calendar without anything but times.
   *
   * @param zone of times without a zone
   */
  public static String read(byte[] file, Availabilities availabilities, ZoneId zone, Instant now)
      throws Unreadable {
    HandedIn in = new HandedIn(file);
    in.wellFormed();
    in.eachAlone(availabilities, zone, now);
    return in.text;
  }

  private void wellFormed() throws Unreadable {
    List<String> lines = lines();
    if (lines.isEmpty() || !lines.get(0).equals("BEGIN:VCALENDAR"))
      throw new Unreadable(
          1,
          "Eine iCalendar-Datei beginnt mit BEGIN:VCALENDAR.",
          "An iCalendar file begins with BEGIN:VCALENDAR.");
    nested(lines);
    if (filter.fault().isPresent())
      throw new Unreadable(
          filter.fault().get().line(),
          "%s ist so nicht zu lesen.".formatted(filter.fault().get().property()),
          "%s cannot be read like this.".formatted(filter.fault().get().property()));
    if (!lines.contains("BEGIN:VAVAILABILITY"))
      throw new Unreadable(
          1,
          "Die Datei enthält kein VAVAILABILITY (RFC 7953). Termine nimmt diese Adresse nicht an.",
          "The file has no VAVAILABILITY (RFC 7953). This address takes no events.");
    try {
      new CalendarBuilder().build(new StringReader(text));
    } catch (ParserException e) {
      throw at(Math.max(1, e.getLineNo()), e);
    } catch (IOException | RuntimeException e) {
      throw at(1, e);
    }
  }

  private void nested(List<String> lines) throws Unreadable {
    List<String> open = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("BEGIN:")) open.add(line.substring(6));
      else if (line.startsWith("END:")
          && (open.isEmpty() || !open.remove(open.size() - 1).equals(line.substring(4))))
        throw new Unreadable(
            filter.origin(i + 1),
            "%s endet, ohne dass es zuletzt begonnen hat.".formatted(line.substring(4)),
            "%s ends, but was not begun last.".formatted(line.substring(4)));
    }
    if (!open.isEmpty())
      throw new Unreadable(
          filter.origin(lines.size()),
          "END:%s fehlt.".formatted(open.get(open.size() - 1)),
          "END:%s is missing.".formatted(open.get(open.size() - 1)));
  }

  /** Whatever is wrong is looked for in every component alone, so that its line can be named. */
  private void eachAlone(Availabilities availabilities, ZoneId zone, Instant now)
      throws Unreadable {
    List<String> lines = lines();
    List<String> zones = of(lines, "VTIMEZONE");
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).equals("BEGIN:AVAILABLE")) continue;
      int end = i + lines.subList(i, lines.size()).indexOf("END:AVAILABLE");
      checked(availabilities, zone, now, i + 1, zones, lines.subList(i, end + 1));
    }
    whole(availabilities, zone, now, lines.indexOf("BEGIN:VAVAILABILITY") + 1, text);
  }

  private void checked(
      Availabilities availabilities,
      ZoneId zone,
      Instant now,
      int line,
      List<String> zones,
      List<String> available)
      throws Unreadable {
    if (available.stream().noneMatch(l -> l.startsWith("DTSTART")))
      throw new Unreadable(
          filter.origin(line), "Ein AVAILABLE braucht DTSTART.", "An AVAILABLE needs a DTSTART.");
    List<String> alone = new ArrayList<>(List.of("BEGIN:VCALENDAR", "VERSION:2.0"));
    alone.addAll(zones);
    alone.add("BEGIN:VAVAILABILITY");
    alone.addAll(available);
    alone.addAll(List.of("END:VAVAILABILITY", "END:VCALENDAR", ""));
    whole(availabilities, zone, now, line, String.join("\r\n", alone));
  }

  private void whole(
      Availabilities availabilities, ZoneId zone, Instant now, int line, String calendar)
      throws Unreadable {
    try {
      availabilities.between(calendar, zone, now, now.plus(AHEAD));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw at(line, e);
    }
  }

  private Unreadable at(int lineOfText, Exception why) {
    String reason = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    return new Unreadable(
        filter.origin(lineOfText),
        "Das ist nicht zu lesen: " + reason,
        "This cannot be read: " + reason);
  }

  private List<String> lines() {
    return text.isEmpty() ? List.of() : List.of(text.split("\r\n"));
  }

  private static List<String> of(List<String> lines, String component) {
    List<String> found = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      if (line.equals("BEGIN:" + component)) inside = true;
      if (inside) found.add(line);
      if (line.equals("END:" + component)) inside = false;
    }
    return found;
  }
}
