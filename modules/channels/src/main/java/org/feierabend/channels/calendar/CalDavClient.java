package org.feierabend.channels.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.people.Secret;
import org.feierabend.timeline.PersonFacts.Span;

/** Asks a CalDAV server for times. One for a round: buffers with what passed go with it. */
final class CalDavClient {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String XML = "application/xml; charset=utf-8";
  private static final String NAMES = "xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\"";
  private static final int LONGEST = 4_096;

  /** No such calendar, or none for us; Cyrus sends elsewhere whoever asks for one that is not. */
  private static final Set<Integer> NOT_OURS = Set.of(301, 302, 307, 308, 403, 404);

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** The server answers, but not to us. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused() {
      super("The calendar server does not know us; see feierabend.caldav.user and .password.");
    }
  }

  private final CalDavSettings settings;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  CalDavClient(CalDavSettings settings) {
    this.settings = settings;
  }

  /**
   * Changes with the calendar: a digest of its sync-token and tag; empty: none that we may read.
   */
  Optional<String> version(String path) throws IOException {
    HttpResponse<InputStream> answer =
        ask(
            "PROPFIND",
            path,
            "0",
            "<D:propfind %s xmlns:S=\"http://calendarserver.org/ns/\"><D:prop><D:sync-token/><S:getctag/><D:getetag/></D:prop></D:propfind>"
                .formatted(NAMES));
    try (InputStream body = answer.body()) {
      if (NOT_OURS.contains(answer.statusCode())) return Optional.empty();
      demand(207, answer.statusCode());
      String said = new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
      return Optional.of(HexFormat.of().formatHex(Secret.sha256(said), 0, 16));
    }
  }

  /** Busy times as the server sums them up; empty where it cannot. */
  Optional<List<Meeting>> freeBusy(String path, Span span) throws IOException {
    HttpResponse<InputStream> answer =
        ask(
            "REPORT",
            path,
            "1",
            "<C:free-busy-query %s>%s</C:free-busy-query>".formatted(NAMES, range(span)));
    boolean calendar =
        answer.statusCode() == 200
            && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/calendar");
    try (InputStream body = answer.body()) {
      return calendar ? Optional.of(Meetings.ofFreeBusy(body)) : Optional.empty();
    }
  }

  /** Times of events. A server that can sends no more; what others send is dropped as it comes. */
  List<Meeting> events(String path, ZoneId zone, Span span) throws IOException {
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
    HttpResponse<InputStream> answer =
        ask(
            "REPORT",
            path,
            "1",
            ("<C:calendar-query %s><D:prop><C:calendar-data><C:comp name=\"VCALENDAR\"><C:comp name=\"VEVENT\">%s</C:comp>"
                    + "<C:comp name=\"VTIMEZONE\"><C:allprop/><C:allcomp/></C:comp></C:comp></C:calendar-data></D:prop><C:filter><C:comp-filter name=\"VCALENDAR\">"
                    + "<C:comp-filter name=\"VEVENT\">%s</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>")
                .formatted(NAMES, wanted, range(span)));
    try (InputStream body = answer.body()) {
      demand(207, answer.statusCode());
      return Meetings.ofEvents(new CalendarData(body), zone, span);
    }
  }

  /** Whether the server answers to us at all. */
  int status() throws IOException {
    HttpResponse<InputStream> answer = ask("OPTIONS", "/", "", "");
    try (InputStream body = answer.body()) {
      body.readNBytes(LONGEST);
    }
    return answer.statusCode();
  }

  private static void demand(int expected, int status) throws IOException {
    if (status == 401) throw new Refused();
    if (status != expected)
      throw new IOException("The calendar server answers %d, not %d.".formatted(status, expected));
  }

  private HttpResponse<InputStream> ask(String method, String path, String depth, String xml)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.server().resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + credentials())
            .header("Content-Type", XML)
            .method(method, HttpRequest.BodyPublishers.ofString(xml));
    if (!depth.isEmpty()) request.header("Depth", depth);
    try {
      return sent(request.build());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped while the calendar server was asked.");
    }
  }

  /** Reading twice does no harm; small servers hang up on connections they said they would keep. */
  private HttpResponse<InputStream> sent(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException hungUp) {
      return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }
  }

  private String credentials() {
    return Base64.getEncoder()
        .encodeToString(
            (settings.user() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8));
  }

  private static String range(Span span) {
    return "<C:time-range start=\"%s\" end=\"%s\"/>"
        .formatted(UTC.format(span.from()), UTC.format(span.to()));
  }
}
