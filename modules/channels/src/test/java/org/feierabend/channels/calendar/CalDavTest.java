package org.feierabend.channels.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.feierabend.channels.beside.Cyrus;
import org.feierabend.channels.beside.Missing;
import org.feierabend.channels.beside.Radicale;
import org.feierabend.contact.EmployerId;
import org.feierabend.timeline.PersonFacts.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meetings as the real servers tell them; of a server that tells titles, times alone are read. */
class CalDavTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Span WEEK =
      new Span(Instant.parse("2026-03-23T00:00:00Z"), Instant.parse("2026-04-06T00:00:00Z"));
  private static final String MARKER = "marker-" + Long.toHexString(System.nanoTime());

  @TempDir Path folder;

  @Test
  void a_server_that_sends_titles_gives_times_and_nothing_else() throws IOException {
    Missing.skipWithout("radicale");
    try (Radicale server = new Radicale(folder)) {
      assertEquals(201, server.ask("MKCALENDAR", "/anna/work/", "application/xml", ""));
      put(server, "one", "RRULE:FREQ=WEEKLY\r\nEXDATE;TZID=Europe/Berlin:20260330T090000");
      CalDavClient client = client(server.address(), "/{name}/work/");
      String before = client.version("/anna/work/").orElseThrow();
      assertEquals(before, client.version("/anna/work/").orElseThrow());
      assertEquals(Optional.empty(), client.version("/nobody/work/"));
      assertEquals(Optional.empty(), client.freeBusy("/anna/work/", WEEK), "it cannot");
      List<Meeting> meetings = client.events("/anna/work/", BERLIN, WEEK);
      assertEquals(
          List.of(span("2026-03-23T08:00:00Z", "2026-03-23T10:00:00Z")),
          meetings.stream().map(Meeting::span).toList());
      assertEquals(3, meetings.get(0).invited());
      put(server, "two", "TRANSP:OPAQUE");
      put(server, "three", "STATUS:CANCELLED");
      put(server, "four", "TRANSP:TRANSPARENT");
      assertNotEquals(before, client.version("/anna/work/").orElseThrow(), "it changed");
      assertEquals(2, client.events("/anna/work/", BERLIN, WEEK).size());
      assertFalse(held(folder.resolve("heap.hprof")), "no title in the heap");
      try (InputStream raw = server.address().resolve("/anna/work/one.ics").toURL().openStream()) {
        String kept = new String(raw.readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(kept.contains(MARKER));
        assertTrue(held(folder.resolve("control.hprof")), "whoever keeps it is found");
        assertFalse(kept.isEmpty());
      }
    }
  }

  @Test
  void a_server_that_sums_up_is_asked_for_busy_times_alone() throws IOException {
    Missing.skipWithout("cyrus");
    try (Cyrus server = new Cyrus(Files.createTempDirectory("cyrus"), List.of("anna"))) {
      String calendar = "/dav/calendars/user/anna/Default/";
      for (String name : List.of("one", "two"))
        assertEquals(
            201,
            server
                .ask(
                    "anna",
                    "PUT",
                    "Default/" + name + ".ics",
                    "text/calendar",
                    "",
                    event(name, name.equals("one") ? "RRULE:FREQ=DAILY" : "TRANSP:TRANSPARENT"))
                .statusCode());
      CalDavClient client =
          client(URI.create("http://127.0.0.1:" + server.http), calendar + "{name}/");
      List<Span> summedUp =
          client.freeBusy(calendar, WEEK).orElseThrow().stream().map(Meeting::span).toList();
      assertEquals(14, summedUp.size());
      assertEquals(
          summedUp,
          client.events(calendar, BERLIN, WEEK).stream().map(Meeting::span).toList(),
          "the server's sum is what the times of events say");
    }
  }

  private static CalDavClient client(URI server, String path) {
    return new CalDavClient(
        new CalDavSettings(new EmployerId("town"), server, "anna", "secret", path));
  }

  private static void put(Radicale server, String name, String more) {
    assertEquals(
        201, server.ask("PUT", "/anna/work/" + name + ".ics", "text/calendar", event(name, more)));
  }

  /** The marker is put together where it is written, so that no constant of ours holds it. */
  private static String event(String name, String more) {
    return String.join(
        "\r\n",
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//test//EN",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:STANDARD",
        "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:19810329T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "UID:" + name,
        "DTSTAMP:20260101T000000Z",
        "DTSTART;TZID=Europe/Berlin:20260323T090000",
        "DTEND;TZID=Europe/Berlin:20260323T110000",
        "SUMMARY:Title " + MARKER,
        "LOCATION:Place " + MARKER,
        "ATTENDEE;CN=Name " + MARKER + ":mailto:bert@example.test",
        "ATTENDEE:mailto:carl@example.test",
        "ATTENDEE:mailto:dora@example.test",
        "ATTACH;FMTTYPE=text/plain:https://example.test/" + MARKER,
        more,
        "END:VEVENT",
        "END:VCALENDAR",
        "");
  }

  /** Whether the heap holds a title: the word before the marker is in no object of the test's. */
  private static boolean held(Path file) throws IOException {
    Cyrus.run(
        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
        Long.toString(ProcessHandle.current().pid()),
        "GC.heap_dump",
        file.toString());
    String heap = Files.readString(file, StandardCharsets.ISO_8859_1);
    return heap.contains("Title " + MARKER)
        || heap.contains("Place " + MARKER)
        || heap.contains("Name " + MARKER);
  }

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }
}
