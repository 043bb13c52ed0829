package org.feierabend.channels.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import org.feierabend.calendar.Invitation;
import org.feierabend.calendar.Kept;
import org.feierabend.calendar.ShownTimes;
import org.feierabend.channels.beside.Cyrus;
import org.feierabend.channels.beside.Missing;
import org.feierabend.channels.beside.Radicale;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.Slot;
import org.feierabend.timeline.PersonFacts.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meetings as the real servers tell them; of a server that tells titles, times alone are read. */
class CalDavTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Span WEEK =
      new Span(Instant.parse("2026-03-23T00:00:00Z"), Instant.parse("2026-04-06T00:00:00Z"));
  private static final Instant NOW = Instant.parse("2026-03-23T06:00:00Z");
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
    Path data = Files.createTempDirectory("cyrus");
    try (Cyrus server = new Cyrus(data, List.of("anna", "feierabend"))) {
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
      URI home = URI.create("http://127.0.0.1:" + server.http);
      CalDavClient client = client(home, calendar + "{name}/");
      List<Span> summedUp = spans(client.freeBusy(calendar, WEEK).orElseThrow());
      assertEquals(14, summedUp.size());
      assertEquals(
          summedUp,
          spans(client.events(calendar, BERLIN, WEEK)),
          "the server's sum is what the times of events say");
      CalDavCalls stranger = new CalDavCalls(settings(home, "feierabend", calendar + "{name}/"));
      assertEquals(Optional.empty(), new CalDavClient(stranger).version(calendar), "no right");
      Scheduling scheduling = new Scheduling(stranger);
      Scheduling.Outbox outbox = scheduling.outbox().orElseThrow();
      assertEquals(
          summedUp,
          spans(scheduling.busy(outbox, "anna@example.test", WEEK, NOW).orElseThrow()),
          "the Outbox says it without a right to read");
      assertEquals(
          Optional.empty(), scheduling.busy(outbox, "nobody@example.test", WEEK, NOW), "unknown");
      keptAndTakenAway(server, home, scheduling, outbox, summedUp);
      assertEquals(
          4,
          server
                  .ask("anna", "POST", "Outbox/", "text/calendar", "", counter("anna@example.test"))
                  .statusCode()
              / 100,
          "an Outbox takes no COUNTER: why proposals go by mail");
    }
  }

  /** Only whoever owns an Inbox may say there when they are free: so Debian's Cyrus has it. */
  private static void keptAndTakenAway(
      Cyrus server, URI home, Scheduling stranger, Scheduling.Outbox outbox, List<Span> meetings)
      throws IOException {
    String inbox = "/dav/calendars/user/anna/Inbox/";
    ShownTimes times =
        new ShownTimes(WEEK, List.of(span("2026-03-24T09:00:00Z", "2026-03-24T12:00:00Z")));
    assertEquals(
        Kept.State.REFUSED, stranger.keep(inbox, FreeTimes.availability(times, "kept", NOW)));
    Scheduling own = new Scheduling(new CalDavCalls(settings(home, "anna", "/{name}/")));
    assertEquals(Kept.State.KEPT, own.keep(inbox, FreeTimes.availability(times, "kept", NOW)));
    assertEquals(1, unavailable(server).split("20260324T090000Z", -1).length - 1);
    assertEquals(
        meetings,
        spans(stranger.busy(outbox, "anna@example.test", WEEK, NOW).orElseThrow()),
        "a meeting outside free times is still a meeting");
    assertEquals(Kept.State.KEPT, own.remove(inbox));
    assertFalse(unavailable(server).contains("BUSY-UNAVAILABLE"));
  }

  private static String unavailable(Cyrus server) {
    return server.busy("anna", "20260324T000000Z", "20260325T000000Z").body();
  }

  private static String counter(String organiser) {
    Instant start = Instant.parse("2026-03-25T09:00:00Z");
    Invitation invitation =
        new Invitation(
            "id",
            "one",
            0,
            Optional.empty(),
            Slot.of(start, Duration.ofHours(1)),
            organiser,
            List.of("bert@example.test"));
    return Counter.of(invitation, "bert@example.test", start.plusSeconds(7_200), NOW).toString();
  }

  @Test
  void free_times_are_kept_while_they_are_wanted_and_a_server_that_cannot_is_told_apart()
      throws IOException {
    Missing.skipWithout("radicale");
    try (Radicale server = new Radicale(folder)) {
      assertEquals(201, server.ask("MKCALENDAR", "/anna/work/", "application/xml", ""));
      Scheduling scheduling =
          new Scheduling(new CalDavCalls(settings(server.address(), "anna", "/{name}/work/")));
      assertEquals(Optional.empty(), scheduling.outbox(), "Radicale has no Outbox");
      ShownTimes times = new ShownTimes(WEEK, List.of());
      assertEquals(
          Kept.State.NOT_OFFERED,
          scheduling.keep("/anna/work/", FreeTimes.availability(times, "kept", NOW)));
    }
  }

  @Test
  void an_invitation_is_answered_with_times_and_addresses_and_no_title()
      throws IOException, ParserException {
    Missing.skipWithout("radicale");
    try (Radicale server = new Radicale(folder)) {
      assertEquals(201, server.ask("MKCALENDAR", "/anna/work/", "application/xml", ""));
      put(
          server,
          "one",
          "ORGANIZER;CN=Chief " + MARKER + ":mailto:Chief@example.test\r\nSEQUENCE:2");
      List<Invitation> found =
          client(server.address(), "/{name}/work/").invitations("/anna/work/", BERLIN, WEEK);
      Invitation one = found.get(0);
      assertEquals("one", one.uid());
      assertEquals(2, one.sequence());
      assertEquals("chief@example.test", one.organiser());
      assertEquals(
          List.of("bert@example.test", "carl@example.test", "dora@example.test"), one.invited());
      Instant start = Instant.parse("2026-03-24T09:00:00Z");
      String text = Counter.of(one, "bert@example.test", start, NOW).toString();
      assertFalse(text.contains(MARKER), text);
      Calendar read = new CalendarBuilder().build(new StringReader(text));
      assertFalse(read.validate(true).hasErrors(), read.validate(true).toString());
      for (String line :
          List.of(
              "METHOD:COUNTER",
              "UID:one",
              "SEQUENCE:2",
              "DTSTART:20260324T090000Z",
              "DTEND:20260324T110000Z",
              "ORGANIZER:mailto:chief@example.test",
              "ATTENDEE;PARTSTAT=TENTATIVE:mailto:bert@example.test"))
        assertTrue(text.contains(line + "\r\n"), line + " in " + text);
    }
  }

  private static List<Span> spans(List<Meeting> meetings) {
    return meetings.stream().map(Meeting::span).toList();
  }

  private static CalDavClient client(URI server, String path) {
    return new CalDavClient(new CalDavCalls(settings(server, "anna", path)));
  }

  private static CalDavSettings settings(URI server, String user, String path) {
    return new CalDavSettings(
        new EmployerId("town"), server, user, "secret", path, Optional.empty());
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
