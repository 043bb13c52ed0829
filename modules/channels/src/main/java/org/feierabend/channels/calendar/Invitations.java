package org.feierabend.channels.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.feierabend.calendar.Invitation;
import org.feierabend.contact.Slot;
import org.feierabend.people.Addresses;
import org.feierabend.timeline.PersonFacts.Span;

/** Reads invitations: what came through {@link TimesOnly} of a meeting somebody organises. */
final class Invitations {
  private static final int MAILTO = "mailto:".length();

  private Invitations() {}

  static List<Invitation> of(InputStream calendars, ZoneId zone, Span span) throws IOException {
    return Meetings.occurrences(
            calendars, KeptLines.INVITATION, zone, span, (event, at) -> invitation(event, at, zone))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Empty for what nobody organises: it is no invitation. */
  private static Optional<Invitation> invitation(VEvent event, Span at, ZoneId zone) {
    String organiser = Meetings.value(event, Property.ORGANIZER);
    if (organiser.isEmpty()) return Optional.empty();
    String sequence = Meetings.value(event, Property.SEQUENCE);
    return Optional.of(
        new Invitation(
            Meetings.id(Meetings.uid(event), at.from()),
            Meetings.uid(event),
            sequence.isEmpty() ? 0 : Integer.parseInt(sequence),
            recurrence(event, at, zone),
            new Slot(at.from(), at.to()),
            address(organiser),
            event.getProperties(Property.ATTENDEE).stream()
                .map(a -> address(a.getValue()))
                .toList()));
  }

  private static Optional<Instant> recurrence(VEvent event, Span at, ZoneId zone) {
    boolean series =
        event.getProperty(Property.RRULE).isPresent()
            || event.getProperty(Property.RDATE).isPresent();
    return series
        ? Optional.of(at.from())
        : Meetings.date(event, Property.RECURRENCE_ID).map(d -> Meetings.instant(d, zone));
  }

  private static String address(String mailto) {
    return Addresses.canonical(mailto.substring(MAILTO));
  }
}
