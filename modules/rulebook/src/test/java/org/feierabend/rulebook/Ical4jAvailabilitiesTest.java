package org.feierabend.rulebook;

import static org.feierabend.rulebook.Rfc7953.ALWAYS;
import static org.feierabend.rulebook.Rfc7953.OFFICES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.feierabend.timeline.Availabilities.Availability;
import org.feierabend.timeline.PersonFacts.Span;
import org.junit.jupiter.api.Test;

/** The examples of RFC 7953, section 3.1, and what sections 3 and 4 say beside them. */
class Ical4jAvailabilitiesTest {
  private static final ZoneId MONTREAL = ZoneId.of("America/Montreal");

  @Test
  void monday_to_friday_from_nine_to_five_without_an_end() {
    Availability week = between(ALWAYS, "2011-10-10", "2011-10-17");
    assertEquals(List.of(span("2011-10-10T04:00Z", "2011-10-17T04:00Z")), week.spoken());
    assertEquals(
        List.of(
            span("2011-10-10T13:00Z", "2011-10-10T21:00Z"),
            span("2011-10-11T13:00Z", "2011-10-11T21:00Z"),
            span("2011-10-12T13:00Z", "2011-10-12T21:00Z"),
            span("2011-10-13T13:00Z", "2011-10-13T21:00Z"),
            span("2011-10-14T13:00Z", "2011-10-14T21:00Z")),
        free(week));
    assertEquals(
        List.of(span("2026-03-09T13:00Z", "2026-03-09T21:00Z")),
        free(between(ALWAYS, "2026-03-09", "2026-03-10")));
  }

  @Test
  void nine_stays_nine_when_the_clocks_go_back() {
    assertEquals(
        List.of(
            span("2011-11-04T13:00Z", "2011-11-04T21:00Z"),
            span("2011-11-07T14:00Z", "2011-11-07T22:00Z")),
        free(between(ALWAYS, "2011-11-04", "2011-11-08")));
  }

  @Test
  void two_offices_from_october_to_december() {
    Availability last = between(OFFICES, "2011-11-30", "2011-12-05");
    assertEquals(List.of(span("2011-11-30T05:00Z", "2011-12-02T05:00Z")), last.spoken());
    assertEquals(
        List.of(
            span("2011-11-30T14:00Z", "2011-11-30T22:00Z"),
            span("2011-12-01T14:00Z", "2011-12-01T17:00Z"),
            span("2011-12-01T14:00Z", "2011-12-01T22:00Z")),
        free(last));
    assertEquals(Availability.SILENT, between(OFFICES, "2011-12-05", "2011-12-12"));
    assertEquals(Availability.SILENT, between(OFFICES, "2011-09-26", "2011-10-01"));
  }

  @Test
  void a_stronger_priority_wins_where_it_speaks_and_nowhere_else() {
    String journey = layer("PRIORITY:1", "20111012T000000", "20111013T000000", available("12", ""));
    assertEquals(
        List.of(
            span("2011-10-11T13:00Z", "2011-10-11T21:00Z"),
            span("2011-10-12T22:00Z", "2011-10-13T00:00Z"),
            span("2011-10-13T13:00Z", "2011-10-13T21:00Z")),
        free(between(journey + ALWAYS, "2011-10-11", "2011-10-14")));
    assertEquals(
        free(between(journey + ALWAYS, "2011-10-11", "2011-10-14")),
        free(between(ALWAYS + journey, "2011-10-11", "2011-10-14")));
  }

  @Test
  void a_stronger_layer_without_free_time_is_busy_whatever_its_kind() {
    for (String kind : List.of("BUSY", "BUSY-UNAVAILABLE", "BUSY-TENTATIVE")) {
      String blocked =
          layer("PRIORITY:2\nBUSYTYPE:" + kind, "20111012T000000", "20111013T000000", "");
      Availability day = between(ALWAYS + blocked, "2011-10-12", "2011-10-13");
      assertEquals(List.of(), free(day), kind);
      assertTrue(day.spoken().contains(span("2011-10-12T04:00Z", "2011-10-13T04:00Z")), kind);
    }
  }

  @Test
  void no_priority_and_zero_are_the_weakest() {
    for (String none : List.of("PRIORITY:0", "CLASS:PUBLIC")) {
      String strong =
          layer("PRIORITY:9", "20111012T000000", "20111013T000000", available("12", ""));
      String weak = layer(none, "20111012T000000", "20111013T000000", available("12", "09"));
      assertEquals(
          List.of(span("2011-10-12T22:00Z", "2011-10-13T00:00Z")),
          free(between(strong + weak, "2011-10-12", "2011-10-13")),
          none);
    }
  }

  @Test
  void exceptions_additions_and_replaced_starts_count() {
    String evenings =
        """
        BEGIN:AVAILABLE
        UID:evening
        DTSTART;TZID=America/Montreal:20111010T180000
        DURATION:PT2H
        RRULE:FREQ=DAILY;COUNT=4
        EXDATE;TZID=America/Montreal:20111011T180000
        RDATE;TZID=America/Montreal:20111015T180000
        END:AVAILABLE
        BEGIN:AVAILABLE
        UID:evening
        RECURRENCE-ID;TZID=America/Montreal:20111012T180000
        DTSTART;TZID=America/Montreal:20111012T190000
        DTEND;TZID=America/Montreal:20111012T193000
        END:AVAILABLE
        """;
    assertEquals(
        List.of(
            span("2011-10-10T22:00Z", "2011-10-11T00:00Z"),
            span("2011-10-12T23:00Z", "2011-10-12T23:30Z"),
            span("2011-10-13T22:00Z", "2011-10-14T00:00Z"),
            span("2011-10-15T22:00Z", "2011-10-16T00:00Z")),
        free(
            between(
                layer("CLASS:PUBLIC", "20111001T000000", "20111101T000000", evenings),
                "2011-10-09",
                "2011-10-20")));
  }

  @Test
  void an_available_without_an_end_lasts_as_long_as_what_encloses_it() {
    String open =
        """
        BEGIN:AVAILABLE
        UID:open
        DTSTART;TZID=America/Montreal:20111012T120000
        END:AVAILABLE
        """;
    assertEquals(
        List.of(span("2011-10-12T16:00Z", "2011-10-13T04:00Z")),
        free(
            between(
                layer("CLASS:PUBLIC", "20111012T000000", "20111013T000000", open),
                "2011-10-11",
                "2011-10-20")));
  }

  @Test
  void what_is_no_such_calendar_is_refused_with_what_is_wrong() {
    refused("no calendar", "no iCalendar text");
    refused(calendar(""), "no VAVAILABILITY");
    refused(calendar(ALWAYS.replace("FREQ=WEEKLY", "FREQ=SECONDLY")), "SECONDLY");
    refused(calendar(ALWAYS.replace("DTSTART;TZID=America/Montreal:20111002T090000\n", "")), "");
    refused("x".repeat(Ical4jAvailabilities.LONGEST + 1), "characters");
  }

  private static void refused(String text, String why) {
    IllegalArgumentException told =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Ical4jAvailabilities()
                    .between(text, MONTREAL, Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
    assertTrue(told.getMessage().contains(why), told.getMessage());
  }

  /** From 18 to 20 o'clock, or from another hour on. */
  private static String available(String day, String from) {
    return """
        BEGIN:AVAILABLE
        UID:available-%s
        DTSTART;TZID=America/Montreal:201110%sT%s0000
        DTEND;TZID=America/Montreal:201110%sT200000
        END:AVAILABLE
        """
        .formatted(day, day, from.isEmpty() ? "18" : from, day);
  }

  private static String layer(String property, String from, String to, String available) {
    return """
        BEGIN:VAVAILABILITY
        UID:layer-%s-%s
        DTSTAMP:20111005T133225Z
        %s
        DTSTART;TZID=America/Montreal:%s
        DTEND;TZID=America/Montreal:%s
        """
            .formatted(from, to, property, from, to)
        + available
        + "END:VAVAILABILITY\n";
  }

  private static String calendar(String components) {
    return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Feierabend//EN\n"
            + components
            + "END:VCALENDAR\n")
        .replace("\n", "\r\n");
  }

  private static Availability between(String components, String from, String to) {
    return new Ical4jAvailabilities()
        .between(calendar(components), MONTREAL, start(from), start(to));
  }

  private static Instant start(String date) {
    return LocalDate.parse(date).atStartOfDay(MONTREAL).toInstant();
  }

  private static List<Span> free(Availability availability) {
    return availability.free().stream()
        .sorted(Comparator.comparing(Span::from).thenComparing(Span::to))
        .toList();
  }

  private static Span span(String from, String to) {
    return new Span(instant(from), instant(to));
  }

  private static Instant instant(String minute) {
    return Instant.parse(minute.replace("Z", ":00Z"));
  }
}
