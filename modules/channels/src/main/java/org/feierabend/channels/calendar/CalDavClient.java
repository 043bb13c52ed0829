package org.feierabend.channels.calendar;

import static org.feierabend.channels.calendar.CalDavCalls.LONGEST;
import static org.feierabend.channels.calendar.CalDavCalls.NAMES;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.calendar.Invitation;
import org.feierabend.people.Secret;
import org.feierabend.timeline.PersonFacts.Span;

/** Asks a CalDAV server for times. One for a round: buffers with what passed go with it. */
final class CalDavClient {
  /** No such calendar, or none for us; Cyrus sends elsewhere whoever asks for one that is not. */
  private static final Set<Integer> NOT_OURS = Set.of(301, 302, 307, 308, 403, 404);

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final CalDavCalls calls;

  CalDavClient(CalDavCalls calls) {
    this.calls = calls;
  }

  /**
   * Changes with the calendar: a digest of its sync-token and tag; empty: none that we may read.
   */
  Optional<String> version(String path) throws IOException {
    HttpResponse<InputStream> answer =
        calls.xml(
            "PROPFIND",
            URI.create(path),
            "0",
            "<D:propfind %s xmlns:S=\"http://calendarserver.org/ns/\"><D:prop><D:sync-token/><S:getctag/><D:getetag/></D:prop></D:propfind>"
                .formatted(NAMES));
    try (InputStream body = answer.body()) {
      if (NOT_OURS.contains(answer.statusCode())) return Optional.empty();
      CalDavCalls.demand(207, answer.statusCode());
      String said = new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
      return Optional.of(HexFormat.of().formatHex(Secret.sha256(said), 0, 16));
    }
  }

  /** Busy times as the server sums them up; empty where it cannot. */
  Optional<List<Meeting>> freeBusy(String path, Span span) throws IOException {
    HttpResponse<InputStream> answer =
        calls.xml(
            "REPORT",
            URI.create(path),
            "1",
            "<C:free-busy-query %s>%s</C:free-busy-query>".formatted(NAMES, range(span)));
    boolean calendar =
        answer.statusCode() == 200
            && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/calendar");
    try (InputStream body = answer.body()) {
      return calendar ? Meetings.ofFreeBusy(body) : Optional.empty();
    }
  }

  /** Times of events. A server that can sends no more; what others send is dropped as it comes. */
  List<Meeting> events(String path, ZoneId zone, Span span) throws IOException {
    try (InputStream calendars = calendars(path, span, List.of())) {
      return Meetings.ofEvents(calendars, zone, span);
    }
  }

  /** Times and addresses of events, for whoever is to answer one of their own. */
  List<Invitation> invitations(String path, ZoneId zone, Span span) throws IOException {
    try (InputStream calendars = calendars(path, span, List.of("ORGANIZER", "SEQUENCE"))) {
      return Invitations.of(calendars, zone, span);
    }
  }

  private InputStream calendars(String path, Span span, List<String> more) throws IOException {
    StringBuilder wanted = new StringBuilder();
    for (String name :
        List.of(
            "UID",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "STATUS",
            "TRANSP",
            "ATTENDEE")) wanted.append("<C:prop name=\"%s\"/>".formatted(name));
    for (String name : more) wanted.append("<C:prop name=\"%s\"/>".formatted(name));
    HttpResponse<InputStream> answer =
        calls.xml(
            "REPORT",
            URI.create(path),
            "1",
            ("<C:calendar-query %s><D:prop><C:calendar-data><C:comp name=\"VCALENDAR\"><C:comp name=\"VEVENT\">%s</C:comp>"
                    + "<C:comp name=\"VTIMEZONE\"><C:allprop/><C:allcomp/></C:comp></C:comp></C:calendar-data></D:prop><C:filter><C:comp-filter name=\"VCALENDAR\">"
                    + "<C:comp-filter name=\"VEVENT\">%s</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>")
                .formatted(NAMES, wanted, range(span)));
    try {
      CalDavCalls.demand(207, answer.statusCode());
    } catch (IOException e) {
      answer.body().close();
      throw e;
    }
    return new CalendarData(answer.body());
  }

  /** Whether the server answers to us at all. */
  int status() throws IOException {
    HttpResponse<InputStream> answer = calls.send("OPTIONS", URI.create("/"), Map.of(), "");
    try (InputStream body = answer.body()) {
      body.readNBytes(LONGEST);
    }
    return answer.statusCode();
  }

  private static String range(Span span) {
    return "<C:time-range start=\"%s\" end=\"%s\"/>".formatted(utc(span.from()), utc(span.to()));
  }

  static String utc(Instant at) {
    return UTC.format(at);
  }
}
