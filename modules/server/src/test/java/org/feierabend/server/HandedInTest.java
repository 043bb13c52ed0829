package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.feierabend.channels.calendar.HandedIn;
import org.feierabend.channels.calendar.Unreadable;
import org.feierabend.rulebook.Ical4jAvailabilities;
import org.junit.jupiter.api.Test;

/** A bad file is refused with the line that is wrong and the reason. */
class HandedInTest {
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

  @Test
  void a_good_file_is_kept_as_its_times() throws Unreadable {
    assertEquals(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VAVAILABILITY
        DTSTAMP:20260101T000000Z
        BEGIN:AVAILABLE
        DTSTART;TZID=Europe/Berlin:20260105T090000
        DTEND;TZID=Europe/Berlin:20260105T230000
        RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
        DTSTAMP:20260101T000000Z
        END:AVAILABLE
        END:VAVAILABILITY
        END:VCALENDAR
        """,
        read(file()).replace("\r", "").replaceAll("UID:[0-9a-f]{32}\n", ""));
  }

  @Test
  void what_is_wrong_is_named_with_its_line() {
    assertRefused("no calendar", 1, "begins with BEGIN:VCALENDAR");
    assertRefused("", 1, "begins with BEGIN:VCALENDAR");
    assertRefused(file().replace("END:AVAILABLE\n", ""), 17, "not begun last");
    assertRefused(file().replace("END:VCALENDAR\n", ""), 18, "END:VCALENDAR is missing");
    assertRefused(file().replace("20260105T090000", "gestern"), 13, "DTSTART cannot");
    assertRefused(file().replace("BYDAY=MO", "BYDAY=MONTAG"), 15, "RRULE cannot");
    assertRefused(file().replace("BYDAY=MO", "BYDAY=XX"), 15, "XX");
    assertRefused(file().replace("20260105T090000", "20261305T090000"), 8, "20261305");
    assertRefused(file().replace("FREQ=WEEKLY", "FREQ=SECONDLY"), 8, "SECONDLY");
    assertRefused(file().replaceAll("DTSTART.*\n", ""), 8, "needs a DTSTART");
    assertRefused(file().replace("VAVAILABILITY", "VEVENT"), 1, "no VAVAILABILITY");
  }

  private static void assertRefused(String file, int line, String reason) {
    String said = assertThrows(Unreadable.class, () -> read(file), file).sentence().en();
    assertTrue(said.startsWith("Line " + line + ": "), said);
    assertTrue(said.contains(reason), said);
  }

  private static String read(String file) throws Unreadable {
    return HandedIn.read(
        file.getBytes(StandardCharsets.UTF_8),
        new Ical4jAvailabilities(),
        ZoneId.of("Europe/Berlin"),
        NOW);
  }

  private static String file() {
    return """
        BEGIN:VCALENDAR
        PRODID:-//Example//EN
        VERSION:2.0
        BEGIN:VAVAILABILITY
        UID:one@example.org
        DTSTAMP:20260101T000000Z
        SUMMARY:Office hours
        BEGIN:AVAILABLE
        UID:two@example.org
        SUMMARY:At the
          office
        LOCATION:Town hall
        DTSTART;TZID=Europe/Berlin:20260105T090000
        DTEND;TZID=Europe/Berlin:20260105T230000
        RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
        DTSTAMP:20260101T000000Z
        END:AVAILABLE
        END:VAVAILABILITY
        END:VCALENDAR
        """;
  }
}
