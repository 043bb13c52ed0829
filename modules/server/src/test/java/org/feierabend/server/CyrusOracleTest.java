package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feierabend.calendar.ShownTimes;
import org.feierabend.channels.beside.Cyrus;
import org.feierabend.channels.beside.Missing;
import org.feierabend.channels.calendar.FreeTimes;
import org.feierabend.channels.calendar.HandedIn;
import org.feierabend.channels.calendar.Unreadable;
import org.feierabend.rulebook.Ical4jAvailabilities;
import org.feierabend.timeline.Availabilities.Availability;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.Spans;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** RFC 7953 as Cyrus reads it: what it says of a calendar, our free/busy says too. */
class CyrusOracleTest {
  private static final int CALENDARS = 50;
  private static final String PERSON = "anna";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Pattern PERIOD = Pattern.compile("(?m)^FREEBUSY[^:\n]*:([0-9TZ/,]+)");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Both changes of the clock lie in it. */
  private static final List<Span> ASKED =
      List.of(
          new Span(Instant.parse("2026-03-20T00:00:00Z"), Instant.parse("2026-04-10T00:00:00Z")),
          new Span(Instant.parse("2026-10-16T00:00:00Z"), Instant.parse("2026-11-06T00:00:00Z")));

  private static Cyrus cyrus;

  @BeforeAll
  static void a_calendar_server() throws IOException {
    Missing.skipWithout("cyrus");
    cyrus = new Cyrus(Files.createTempDirectory("cyrus"), List.of(PERSON));
  }

  @AfterAll
  static void no_calendar_server() {
    if (cyrus != null) cyrus.close();
  }

  @Test
  void our_free_busy_is_the_servers_for_fifty_calendars() throws Unreadable {
    Random random = new Random(7953);
    int periods = 0;
    for (int i = 0; i < CALENDARS; i++) {
      String calendar = calendar(random);
      stored(calendar);
      for (Span span : ASKED) {
        List<String> servers = asked(span);
        assertEquals(servers, ours(calendar, span), "calendar " + i + "\n" + calendar);
        periods += servers.size();
      }
    }
    assertTrue(periods > 500, "enough is said to be compared: " + periods);
  }

  private static List<String> ours(String calendar, Span span) throws Unreadable {
    Ical4jAvailabilities availabilities = new Ical4jAvailabilities();
    String kept =
        HandedIn.read(
            calendar.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            availabilities,
            BERLIN,
            span.from());
    Availability said = availabilities.between(kept, BERLIN, span.from(), span.to());
    List<Span> free = new ArrayList<>(Spans.without(span, said.spoken()));
    free.addAll(said.free());
    return periods(FreeTimes.freeBusy(new ShownTimes(span, free), "test", span.from()).toString());
  }

  private static void stored(String calendar) {
    HttpResponse<String> answer =
        cyrus.ask(
            PERSON,
            "PROPPATCH",
            "Inbox/",
            "application/xml",
            "",
            """
            <?xml version="1.0"?><D:propertyupdate xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>
            <C:calendar-availability>%s</C:calendar-availability></D:prop></D:set></D:propertyupdate>"""
                .formatted(calendar));
    assertTrue(answer.body().contains("200 OK"), answer.body() + calendar);
  }

  private static List<String> asked(Span span) {
    HttpResponse<String> answer =
        cyrus.busy(PERSON, UTC.format(span.from()), UTC.format(span.to()));
    assertEquals(200, answer.statusCode(), answer.body());
    return periods(answer.body());
  }

  /** Merged where they touch: where one period is written as two does not matter. */
  private static List<String> periods(String text) {
    TreeSet<String> found = new TreeSet<>();
    Matcher line = PERIOD.matcher(text.replaceAll("\r?\n[ \t]", ""));
    while (line.find()) found.addAll(List.of(line.group(1).split(",")));
    List<String> merged = new ArrayList<>();
    for (String period : found) {
      int last = merged.size() - 1;
      String[] ends = period.split("/");
      if (last >= 0 && merged.get(last).endsWith("/" + ends[0]))
        merged.set(last, merged.get(last).split("/")[0] + "/" + ends[1]);
      else merged.add(period);
    }
    return merged;
  }

  /**
   * One VAVAILABILITY with one recurring time: Cyrus 3.6 reads no second one of either, so what
   * overlaps, and layers of priority, are compared with the examples of the RFC alone.
   */
  private static String calendar(Random random) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//test//EN",
                "BEGIN:VAVAILABILITY",
                "UID:one",
                "DTSTAMP:20260101T000000Z"));
    if (random.nextBoolean()) {
      LocalDate from = LocalDate.of(2026, 3, 18).plusDays(random.nextInt(240));
      lines.add("DTSTART;TZID=Europe/Berlin:" + local(from, 0));
      if (random.nextBoolean())
        lines.add("DTEND;TZID=Europe/Berlin:" + local(from.plusDays(3 + random.nextInt(200)), 0));
    }
    available(lines, random);
    lines.addAll(List.of("END:VAVAILABILITY", "END:VCALENDAR", ""));
    return String.join("\r\n", lines);
  }

  private static void available(List<String> lines, Random random) {
    LocalDate first = LocalDate.of(2026, 1, 5).plusDays(random.nextInt(7));
    int from = 4 + random.nextInt(15); // Cyrus counts the hours of the clocks' night otherwise
    int hours = 1 + random.nextInt(23 - from);
    String day = first.getDayOfWeek().name().substring(0, 2);
    lines.addAll(List.of("BEGIN:AVAILABLE", "UID:two", "DTSTAMP:20260101T000000Z"));
    lines.add("DTSTART;TZID=Europe/Berlin:" + local(first, from));
    lines.add(
        random.nextInt(4) == 0
            ? "DURATION:PT%dH".formatted(hours)
            : "DTEND;TZID=Europe/Berlin:" + local(first, from + hours));
    lines.add(
        switch (random.nextInt(6)) {
          case 0 -> "RRULE:FREQ=WEEKLY;BYDAY=" + day;
          case 1 -> "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=" + day;
          case 2 -> "RRULE:FREQ=MONTHLY;BYMONTHDAY=24,25,29," + first.getDayOfMonth();
          case 3 -> "RRULE:FREQ=DAILY;INTERVAL=" + (1 + random.nextInt(4));
          case 4 -> "RRULE:FREQ=DAILY;UNTIL=20260401T220000Z";
          default -> "RRULE:FREQ=DAILY";
        });
    for (int n = random.nextInt(3); n > 0; n--)
      lines.add("EXDATE;TZID=Europe/Berlin:" + local(LocalDate.of(2026, 3, 30).plusDays(n), from));
    lines.add("END:AVAILABLE");
  }

  private static String local(LocalDate date, int hour) {
    return date.format(DateTimeFormatter.BASIC_ISO_DATE) + "T%02d0000".formatted(hour);
  }
}
