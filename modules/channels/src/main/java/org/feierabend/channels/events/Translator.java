package org.feierabend.channels.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Ref;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.intake.Incoming;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.PersonFacts;

/** Data that passed its schema, in the words of the core. */
final class Translator {
  private static final Duration LONGEST_MEETING = Duration.ofDays(31);

  private Translator() {}

  /**
   * @param zone where a date without a time begins and ends
   */
  static Incoming translate(Envelope event, ZoneId zone) {
    ObjectNode data = event.data();
    return switch (event.type()) {
      case "org.feierabend.contact.v1" -> contact(event, data);
      case "org.feierabend.meeting.v1" -> meeting(event, data);
      case "org.feierabend.work.v1" ->
          new Incoming.Work(
              event.ref(),
              person(data, "person"),
              Incoming.Work.Change.valueOf(data.get("change").textValue()),
              data.path("telework").asBoolean(),
              event.time());
      case "org.feierabend.absence.v1" ->
          new Incoming.AbsenceChange(
              event.ref(),
              person(data, "person"),
              new Absence(
                  span(event, zone),
                  data.has("deputy") ? Optional.of(person(data, "deputy")) : Optional.empty()),
              event.time());
      case "org.feierabend.duty.v1" ->
          new Incoming.DutyChange(
              event.ref(),
              person(data, "person"),
              new PersonFacts.OnCall(span(event, zone), data.get("duty").textValue()),
              event.time());
      case "org.feierabend.answer.v1" ->
          new Incoming.Answer(
              event.ref(),
              person(data, "person"),
              new Ref(data.get("contact_source").textValue(), data.get("contact_id").textValue()),
              event.time());
      case EventSchemas.CLOCK ->
          new Incoming.ClockMarker(instant(event, "until"), data.path("end").asBoolean(false));
      default ->
          throw new IllegalStateException(
              "There is a schema for %s but no translation.".formatted(event.type()));
    };
  }

  private static Incoming contact(Envelope event, ObjectNode data) {
    PersonId recipient = person(data, "recipient");
    boolean self = data.has("sender") && data.get("sender").textValue().equals(recipient.value());
    ContactClass contactClass =
        new ContactClass(
            ContactKind.valueOf(data.path("kind").asText("MESSAGE")),
            Urgency.valueOf(data.path("urgency").asText("NORMAL")),
            Channel.valueOf(data.get("channel").textValue()),
            self ? Sender.SELF : Sender.valueOf(data.get("sender_role").textValue()),
            false,
            EmergencyReason.valueOf(data.path("reason").asText("NONE")));
    Optional<String> duty = Optional.ofNullable(data.get("duty")).map(d -> d.textValue());
    return new Incoming.Contact(event.ref(), recipient, contactClass, duty, event.time());
  }

  private static Incoming meeting(Envelope event, ObjectNode data) {
    Instant start = instant(event, "start");
    Instant end = instant(event, "end");
    if (!start.isBefore(end))
      throw Rejection.schema(
          "/data/end",
          event.type(),
          "Das Ende muss nach dem Beginn liegen.",
          "The end must come after the start.");
    if (Duration.between(start, end).compareTo(LONGEST_MEETING) > 0)
      throw Rejection.schema(
          "/data/end",
          event.type(),
          "Eine Besprechung dauert höchstens 31 Tage.",
          "A meeting lasts at most 31 days.");
    return new Incoming.Meeting(
        event.ref(),
        person(data, "person"),
        start,
        end,
        data.get("invited").intValue(),
        data.path("without_break").asBoolean(),
        event.time());
  }

  private static PersonFacts.Span span(Envelope event, ZoneId zone) {
    Instant from = dayOrInstant(event, "from", zone, 0);
    Instant to = dayOrInstant(event, "to", zone, 1);
    if (!from.isBefore(to))
      throw Rejection.schema(
          "/data/to",
          event.type(),
          "„to“ muss nach „from“ liegen.",
          "\"to\" must come after \"from\".");
    return new PersonFacts.Span(from, to);
  }

  private static Instant dayOrInstant(Envelope event, String field, ZoneId zone, int plusDays) {
    String text = event.data().get(field).textValue();
    if (text.length() > "2026-01-05".length()) return instant(event, field);
    try {
      return LocalDate.parse(text).plusDays(plusDays).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw noSuchDay(event, field);
    }
  }

  private static Instant instant(Envelope event, String field) {
    try {
      return Moment.parse(event.data().get(field).textValue());
    } catch (DateTimeException e) {
      throw noSuchDay(event, field);
    }
  }

  private static Rejection.Refused noSuchDay(Envelope event, String field) {
    return Rejection.schema(
        "/data/" + field,
        event.type(),
        "Diesen Tag oder diese Uhrzeit gibt es nicht.",
        "There is no such day or time of day.");
  }

  private static PersonId person(ObjectNode data, String field) {
    return new PersonId(data.get(field).textValue());
  }
}
