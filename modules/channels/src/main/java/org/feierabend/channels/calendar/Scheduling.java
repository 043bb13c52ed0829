package org.feierabend.channels.calendar;

import static org.feierabend.channels.calendar.CalDavCalls.LONGEST;
import static org.feierabend.channels.calendar.CalDavCalls.NAMES;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import org.feierabend.calendar.Kept;
import org.feierabend.timeline.PersonFacts.Span;

/**
 * The part of a CalDAV server that plans: its Outbox says when somebody is busy without a right to
 * read their calendar (RFC 6638), and an Inbox keeps when somebody is available (RFC 7953).
 */
final class Scheduling {
  private static final String CALENDAR = "text/calendar; charset=utf-8";

  /**
   * Where others are asked about.
   *
   * @param address ours, as the server knows it
   */
  record Outbox(URI path, String address) {}

  private final CalDavCalls calls;

  Scheduling(CalDavCalls calls) {
    this.calls = calls;
  }

  /** Our own Outbox, as the server tells it; empty where it has none. */
  Optional<Outbox> outbox() throws IOException {
    Optional<String> principal =
        property(URI.create("/.well-known/caldav"), "<D:current-user-principal/>")
            .flatMap(answer -> answer.hrefs("current-user-principal").stream().findFirst());
    if (principal.isEmpty()) return Optional.empty();
    Optional<DavAnswer> ours =
        property(
            URI.create(principal.get()), "<C:schedule-outbox-URL/><C:calendar-user-address-set/>");
    Optional<String> path =
        ours.flatMap(answer -> answer.hrefs("schedule-outbox-URL").stream().findFirst());
    Optional<String> address =
        ours.flatMap(
            answer ->
                answer.hrefs("calendar-user-address-set").stream()
                    .filter(href -> href.startsWith("mailto:"))
                    .findFirst());
    return path.flatMap(p -> address.map(a -> new Outbox(URI.create(p), a)));
  }

  private Optional<DavAnswer> property(URI path, String wanted) throws IOException {
    HttpResponse<InputStream> answer =
        calls.xml(
            "PROPFIND",
            path,
            "0",
            "<D:propfind %s><D:prop>%s</D:prop></D:propfind>".formatted(NAMES, wanted));
    try (InputStream body = answer.body()) {
      if (answer.statusCode() == 401) throw new CalDavCalls.Refused();
      return answer.statusCode() == 207 ? Optional.of(DavAnswer.read(body)) : Optional.empty();
    }
  }

  /** Busy times of whoever has that mail address; empty where the server does not say. */
  Optional<List<Meeting>> busy(Outbox outbox, String mail, Span span, Instant now)
      throws IOException {
    String question =
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:" + FreeTimes.PRODUCT,
            "METHOD:REQUEST",
            "BEGIN:VFREEBUSY",
            "UID:%s-%s".formatted(now.toEpochMilli(), Integer.toHexString(mail.hashCode())),
            "DTSTAMP:" + CalDavClient.utc(now),
            "DTSTART:" + CalDavClient.utc(span.from()),
            "DTEND:" + CalDavClient.utc(span.to()),
            "ORGANIZER:" + outbox.address(),
            "ATTENDEE:mailto:" + mail,
            "END:VFREEBUSY",
            "END:VCALENDAR",
            "");
    HttpResponse<InputStream> answer =
        calls.send("POST", outbox.path(), Map.of("Content-Type", CALENDAR), question);
    try (InputStream body = answer.body()) {
      if (answer.statusCode() == 401) throw new CalDavCalls.Refused();
      return answer.statusCode() == 200
          ? Meetings.ofFreeBusy(new CalendarData(body))
          : Optional.empty();
    }
  }

  /** Lays somebody's free times beside their calendars. */
  Kept.State keep(String inbox, Calendar availability) throws IOException {
    return patched(
        inbox,
        "<D:set><D:prop><C:calendar-availability><![CDATA[%s]]></C:calendar-availability></D:prop></D:set>"
            .formatted(availability));
  }

  /** Nothing of ours lies there any more. */
  Kept.State remove(String inbox) throws IOException {
    return patched(inbox, "<D:remove><D:prop><C:calendar-availability/></D:prop></D:remove>");
  }

  private Kept.State patched(String inbox, String change) throws IOException {
    Optional<Kept.State> hindered = hindered(inbox);
    if (hindered.isPresent()) return hindered.get();
    HttpResponse<InputStream> answer =
        calls.xml(
            "PROPPATCH",
            URI.create(inbox),
            "0",
            "<D:propertyupdate %s>%s</D:propertyupdate>".formatted(NAMES, change));
    try (InputStream body = answer.body()) {
      if (answer.statusCode() == 401) throw new CalDavCalls.Refused();
      if (answer.statusCode() == 403 || answer.statusCode() == 404) return Kept.State.REFUSED;
      CalDavCalls.demand(207, answer.statusCode());
      String said = new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
      return said.contains(" 200 ") ? Kept.State.KEPT : Kept.State.REFUSED;
    }
  }

  /**
   * Why nothing can lie there. A server that heeds availability says so (RFC 7953, section 7.2.1);
   * others only store it. Of an Inbox that is not ours to see, Cyrus says nothing.
   */
  private Optional<Kept.State> hindered(String inbox) throws IOException {
    HttpResponse<InputStream> answer = calls.send("OPTIONS", URI.create(inbox), Map.of(), "");
    try (InputStream body = answer.body()) {
      body.readNBytes(LONGEST);
    }
    if (answer.statusCode() == 401) throw new CalDavCalls.Refused();
    if (answer.statusCode() == 403 || answer.statusCode() == 404)
      return Optional.of(Kept.State.REFUSED);
    boolean offered =
        answer.headers().allValues("DAV").stream()
            .anyMatch(features -> features.contains("calendar-availability"));
    return offered ? Optional.empty() : Optional.of(Kept.State.NOT_OFFERED);
  }
}
