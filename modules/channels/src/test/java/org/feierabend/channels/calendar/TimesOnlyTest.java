package org.feierabend.channels.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is no time does not come through, however it is written. */
class TimesOnlyTest {
  private static final String INVITATION =
      """
      BEGIN:VCALENDAR
      PRODID:-//marker-product//EN
      VERSION:2.0
      X-WR-CALNAME:marker-name
      BEGIN:VTIMEZONE
      TZID:Europe/Berlin
      BEGIN:STANDARD
      TZNAME:marker-zone
      DTSTART:19701025T030000
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      END:STANDARD
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:marker-uid@example.org
      summary;LANGUAGE=de:marker-title: BEGIN:VEVENT
      LOCATION;ALTREP="https://example.org/marker-place;x":marker-place
      DTSTART;X-NOTE=marker-parameter;TZID="Europe/Berlin":20260105T090000
      DTEND;TZID=Europe/Berlin:20260105T100000
      DTSTAMP:marker stamp with words
      ATTENDEE;CN="marker; name":mailto:marker-one@example.org
      ATTENDEE:mailto:marker-two@example.org
      ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY:bWFya2Vy
      BEGIN:VALARM
      DTSTART:19990101T000000Z
      DESCRIPTION:marker-alarm
      END:VALARM
      a line without a colon marker-line
      STATUS:CONFIRMED
      END:VEVENT
      BEGIN:VTODO
      DTSTART:19990101T000000Z
      END:VTODO
      END:VCALENDAR
      """;

  private static final String TIMES =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VTIMEZONE
      TZID:Europe/Berlin
      BEGIN:STANDARD
      DTSTART:19701025T030000
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      END:STANDARD
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:%s
      DTSTART;TZID="Europe/Berlin":20260105T090000
      DTEND;TZID=Europe/Berlin:20260105T100000
      STATUS:CONFIRMED
      X-FEIERABEND-INVITED:2
      END:VEVENT
      END:VCALENDAR
      """;

  @Test
  void an_invitation_comes_through_as_its_times_and_the_number_of_the_invited() throws IOException {
    assertEquals(times("marker-uid@example.org"), filtered(INVITATION));
  }

  @Test
  void wherever_lines_are_folded_and_however_they_end_the_same_comes_through() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      StringBuilder folded = new StringBuilder();
      for (char c : INVITATION.toCharArray()) {
        if (c == '\n') folded.append(random.nextBoolean() ? "\r\n" : "\n");
        else folded.append(random.nextInt(10) == 0 ? "\r\n " : "").append(c);
      }
      String text = folded.toString().replaceAll("(?m)^\r\n ", "").replaceAll("\n\r\n ", "\n");
      assertEquals(times("marker-uid@example.org"), filtered(text), text);
    }
  }

  @Test
  void two_events_are_told_apart_without_their_names() throws IOException {
    String other = filtered(INVITATION.replace("marker-uid@", "marker-vid@"));
    assertNotEquals(filtered(INVITATION), other);
    assertFalse(other.contains("marker"));
  }

  @Test
  void what_is_cut_off_lets_nothing_through_that_is_no_time() throws IOException {
    for (int length = 0; length < INVITATION.length(); length++)
      assertFalse(filtered(INVITATION.substring(0, length)).contains("marker"), "at " + length);
  }

  @Test
  void a_line_of_the_output_knows_where_it_stood() throws IOException {
    TimesOnly filter =
        new TimesOnly(
            new ByteArrayInputStream(INVITATION.getBytes(StandardCharsets.UTF_8)), KeptLines.BUSY);
    String[] lines = new String(filter.readAllBytes(), StandardCharsets.US_ASCII).split("\r\n");
    assertEquals("STATUS:CONFIRMED", lines[15]);
    assertEquals("STATUS:CONFIRMED", INVITATION.split("\n")[filter.origin(16) - 1]);
    assertTrue(lines[3].startsWith("TZID"), lines[3]);
    assertEquals(6, filter.origin(4));
  }

  private static String times(String uid) {
    KeptLine line = new KeptLine(100);
    line.begin("UID");
    for (byte b : (":" + uid).getBytes(StandardCharsets.UTF_8)) line.digest(b);
    return TIMES.formatted(line.digested()).replace("\n", "\r\n");
  }

  private static String filtered(String calendar) throws IOException {
    byte[] bytes = calendar.getBytes(StandardCharsets.UTF_8);
    return new String(
        new TimesOnly(new ByteArrayInputStream(bytes), KeptLines.BUSY).readAllBytes(),
        StandardCharsets.US_ASCII);
  }
}
