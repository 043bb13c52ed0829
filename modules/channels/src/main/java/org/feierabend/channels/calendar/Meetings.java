package org.feierabend.channels.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import org.feierabend.people.Secret;
import org.feierabend.timeline.PersonFacts.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads when somebody is busy from what came through {@link TimesOnly}. */
final class Meetings {
  private static final Logger LOG = LoggerFactory.getLogger(Meetings.class);
  private static final Pattern PERIODS =
      Pattern.compile("(?m)^FREEBUSY(?:;FBTYPE=([A-Z-]+))?:([0-9TZPHMSD/,]+)\r?$");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);

  private Meetings() {}

  /**
   * What a server says of busy times; whether somebody is available is another matter. Empty where
   * it says nothing of somebody at all.
   */
  static Optional<List<Meeting>> ofFreeBusy(InputStream answer) throws IOException {
    String times = times(answer, KeptLines.BUSY);
    if (!times.contains("BEGIN:VFREEBUSY")) return Optional.empty();
    List<Meeting> found = new ArrayList<>();
    Matcher line = PERIODS.matcher(times);
    while (line.find())
      if (line.group(1) == null || line.group(1).equals("BUSY"))
        for (String period : line.group(2).split(",")) busy(period).ifPresent(found::add);
    return Optional.of(found);
  }

  private static Optional<Meeting> busy(String period) {
    String[] ends = period.split("/");
    try {
      Instant from = UTC.parse(ends[0], Instant::from);
      Instant to =
          ends[1].startsWith("P")
              ? from.plus(java.time.Duration.parse(ends[1]))
              : UTC.parse(ends[1], Instant::from);
      return Optional.of(new Meeting(id("busy", from), new Span(from, to), 1));
    } catch (DateTimeException | ArrayIndexOutOfBoundsException | IllegalArgumentException odd) {
      return Optional.empty(); // a server that writes this otherwise says nothing to us
    }
  }

  /**
   * Occurrences of events that take time and were not cancelled, as far as they touch the span.
   *
   * @param zone of times without a zone
   */
  static List<Meeting> ofEvents(InputStream calendars, ZoneId zone, Span span) throws IOException {
    return occurrences(
        calendars,
        KeptLines.BUSY,
        zone,
        span,
        (event, at) -> new Meeting(id(uid(event), at.from()), at, invited(event)));
  }

  /**
   * @param kept what comes through of an event
   * @param make what an occurrence becomes
   */
  static <T> List<T> occurrences(
      InputStream calendars,
      KeptLines kept,
      ZoneId zone,
      Span span,
      BiFunction<VEvent, Span, T> make)
      throws IOException {
    List<T> found = new ArrayList<>();
    for (String calendar : times(calendars, kept).split("(?<=END:VCALENDAR)"))
      if (calendar.contains("BEGIN:VEVENT"))
        found.addAll(ofOne(calendar.strip(), zone, span, make));
    return found;
  }

  /** One that nobody can read takes no time, and keeps nobody from reading the others. */
  private static <T> List<T> ofOne(
      String calendar, ZoneId zone, Span span, BiFunction<VEvent, Span, T> make)
      throws IOException {
    List<T> found = new ArrayList<>();
    try {
      List<VEvent> events =
          new CalendarBuilder().build(new StringReader(calendar)).getComponents(Component.VEVENT);
      Set<String> replaced = new HashSet<>();
      for (VEvent e : events)
        date(e, Property.RECURRENCE_ID).ifPresent(d -> replaced.add(uid(e) + instant(d, zone)));
      for (VEvent e : events)
        if (takesTime(e))
          for (Span at : spans(e, replaced, zone, span)) found.add(make.apply(e, at));
    } catch (ParserException | RuntimeException unreadable) {
      LOG.debug("caldav: a calendar cannot be read: {}", unreadable.getClass().getSimpleName());
      return List.of();
    }
    return found;
  }

  private static List<Span> spans(VEvent event, Set<String> replaced, ZoneId zone, Span span) {
    Optional<Temporal> start = date(event, Property.DTSTART);
    // a whole day is a birthday or a holiday, no meeting
    if (start.isEmpty() || start.get() instanceof LocalDate) return List.of();
    boolean single = date(event, Property.RECURRENCE_ID).isPresent();
    List<Span> found = new ArrayList<>();
    for (Period<Temporal> p :
        event.<Temporal>calculateRecurrenceSet(wide(start.get(), zone, span))) {
      Instant from = instant(p.getStart(), zone);
      Instant to = instant(p.getEnd(), zone);
      if (!from.isBefore(to) || !from.isBefore(span.to()) || !to.isAfter(span.from())) continue;
      if (single || !replaced.contains(uid(event) + from)) found.add(new Span(from, to));
    }
    return found;
  }

  private static boolean takesTime(VEvent event) {
    return !value(event, Property.STATUS).equals("CANCELLED")
        && !value(event, Property.TRANSP).equals("TRANSPARENT");
  }

  private static int invited(VEvent event) {
    String counted = value(event, TimesOnly.INVITED);
    return Math.max(1, counted.isEmpty() ? 1 : Integer.parseInt(counted));
  }

  private static Period<? extends Temporal> wide(Temporal start, ZoneId zone, Span span) {
    Instant from = span.from().minus(java.time.Duration.ofDays(2));
    Instant to = span.to();
    if (start instanceof LocalDateTime)
      return new Period<>(LocalDateTime.ofInstant(from, zone), LocalDateTime.ofInstant(to, zone));
    if (start instanceof ZonedDateTime z)
      return new Period<>(from.atZone(z.getZone()), to.atZone(z.getZone()));
    if (start instanceof OffsetDateTime)
      return new Period<>(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
    return new Period<>(from, to);
  }

  static Instant instant(Temporal t, ZoneId zone) {
    if (t instanceof LocalDate d) return d.atStartOfDay(zone).toInstant();
    if (t instanceof LocalDateTime d) return d.atZone(zone).toInstant();
    return Instant.from(t);
  }

  private static String times(InputStream calendars, KeptLines kept) throws IOException {
    return new String(new TimesOnly(calendars, kept).readAllBytes(), StandardCharsets.US_ASCII);
  }

  static Optional<Temporal> date(Component c, String name) {
    return c.<DateProperty<?>>getProperty(name).map(DateProperty::getDate);
  }

  static String uid(Component c) {
    return value(c, Property.UID);
  }

  static String value(Component c, String name) {
    return c.<Property>getProperty(name).map(Property::getValue).orElse("");
  }

  static String id(String uid, Instant start) {
    return java.util.HexFormat.of().formatHex(Secret.sha256(uid + "|" + start), 0, 16);
  }
}
