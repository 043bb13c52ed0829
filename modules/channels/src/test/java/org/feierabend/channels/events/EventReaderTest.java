package org.feierabend.channels.events;

import static org.feierabend.channels.events.Events.BERLIN;
import static org.feierabend.channels.events.Events.CONTACT_DATA;
import static org.feierabend.channels.events.Events.READER;
import static org.feierabend.channels.events.Events.bytes;
import static org.feierabend.channels.events.Events.contact;
import static org.feierabend.channels.events.Events.event;
import static org.feierabend.channels.events.Events.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Translation;
import org.junit.jupiter.api.Test;

class EventReaderTest {
  private static <T> T understood(Class<T> kind, Reading reading) {
    if (reading instanceof Reading.Rejected rejected)
      throw new AssertionError("Should be understood, but: " + rejected.rejection());
    return assertInstanceOf(kind, ((Reading.Understood) reading).incoming());
  }

  @Test
  void a_contact_is_understood_with_the_defaults_of_its_schema() {
    Incoming.Contact contact = understood(Incoming.Contact.class, read(contact(CONTACT_DATA)));
    assertEquals("p-1", contact.person().value());
    assertEquals("urn:test", contact.ref().source());
    assertEquals(ContactKind.MESSAGE, contact.contactClass().kind());
    assertEquals(Urgency.NORMAL, contact.contactClass().urgency());
    assertEquals(Channel.MAIL, contact.contactClass().channel());
    assertEquals(Sender.COLLEAGUE, contact.contactClass().sender());
    assertEquals(Instant.parse("2026-01-05T17:00:00Z"), contact.at());
  }

  @Test
  void who_writes_to_themselves_is_self_whatever_the_role_says() {
    Incoming.Contact contact =
        understood(Incoming.Contact.class, read(contact(CONTACT_DATA.replace("p-2", "p-1"))));
    assertEquals(Sender.SELF, contact.contactClass().sender());
  }

  @Test
  void an_emergency_carries_its_reason_code_and_an_incident_its_duty() {
    Incoming.Contact contact =
        understood(
            Incoming.Contact.class,
            read(
                contact(
                    "{'recipient':'p-1','sender_role':'SYSTEM','channel':'CALL','kind':'INCIDENT',"
                        + "'urgency':'EMERGENCY','reason':'FLOOD','duty':'WATER_SUPPLY'}")));
    assertEquals(EmergencyReason.FLOOD, contact.contactClass().reason());
    assertEquals(Optional.of("WATER_SUPPLY"), contact.duty());
  }

  @Test
  void the_other_types_are_understood() {
    Incoming.Meeting meeting =
        understood(
            Incoming.Meeting.class,
            read(
                event(
                    "meeting",
                    "{'person':'p-1','start':'2026-01-05T18:00:00+01:00',"
                        + "'end':'2026-01-05T19:00:00+01:00','invited':8}")));
    assertEquals(8, meeting.invited());
    Incoming.Work work =
        understood(Incoming.Work.class, read(event("work", "{'person':'p-1','change':'END'}")));
    assertEquals(Incoming.Work.Change.END, work.change());
    Incoming.DutyChange duty =
        understood(
            Incoming.DutyChange.class,
            read(
                event(
                    "duty",
                    "{'person':'p-1','from':'2026-09-19T18:00:00+02:00',"
                        + "'to':'2026-09-20T08:00:00+02:00','duty':'WATER','arrival':'PT45M'}")));
    assertEquals("WATER", duty.onCall().duty());
  }

  @Test
  void days_of_an_absence_are_inclusive_and_begin_where_the_employer_is() {
    Incoming.AbsenceChange change =
        understood(
            Incoming.AbsenceChange.class,
            read(
                event(
                    "absence",
                    "{'person':'p-1','from':'2026-08-03','to':'2026-08-03','deputy':'p-9'}")));
    assertEquals(Instant.parse("2026-08-02T22:00:00Z"), change.absence().span().from());
    assertEquals(Instant.parse("2026-08-03T22:00:00Z"), change.absence().span().to());
    assertEquals("p-9", change.absence().deputy().orElseThrow().value());
  }

  @Test
  void content_is_stripped_and_counted_and_extensions_are_not_read() {
    Reading reading =
        read(
            contact(CONTACT_DATA.replace("}", ",'subject':'secret','body':{'deep':['secret']}}"))
                .replace("'specversion'", "'traceparent':'00-1','subject':'x','specversion'"));
    assertEquals(2, assertInstanceOf(Reading.Understood.class, reading).stripped());
  }

  @Test
  void binary_mode_reads_attributes_from_headers() {
    Map<String, String> attributes =
        Map.of(
            "specversion",
            "1.0",
            "id",
            "e-1",
            "source",
            "urn:test",
            "type",
            "org.feierabend.contact.v1",
            "time",
            "2026-01-05T18:00:00Z",
            "datacontenttype",
            "application/json; charset=utf-8");
    understood(
        Incoming.Contact.class,
        READER.binary(Door.HTTP, attributes::get, bytes(CONTACT_DATA), BERLIN));
  }

  @Test
  void kafka_records_come_in_both_modes() {
    understood(
        Incoming.Contact.class,
        READER.record(headers("org.feierabend.contact.v1"), bytes(CONTACT_DATA), BERLIN));
    Headers structured = new RecordHeaders();
    structured.add("content-type", "application/cloudevents+json".getBytes(StandardCharsets.UTF_8));
    understood(
        Incoming.Contact.class, READER.record(structured, bytes(contact(CONTACT_DATA)), BERLIN));
  }

  @Test
  void a_clock_marker_passes_the_kafka_door_and_never_the_http_door() {
    String data = "{'until':'2026-01-06T00:00:00+01:00','end':true}";
    Incoming.ClockMarker marker =
        understood(
            Incoming.ClockMarker.class,
            READER.record(headers("org.feierabend.clock.v1"), bytes(data), BERLIN));
    assertEquals(Instant.parse("2026-01-05T23:00:00Z"), marker.until());
    assertTrue(marker.ended());
    Reading.Rejected refused = assertInstanceOf(Reading.Rejected.class, read(event("clock", data)));
    assertEquals("/type", refused.rejection().field());
    assertTrue(!refused.rejection().sentence().en().contains("clock"));
  }

  @Test
  void a_record_without_value_is_a_dead_letter_with_class_and_rule_only() {
    Reading reading = READER.record(new RecordHeaders(), null, BERLIN);
    assertEquals(
        new Translation.NotUnderstood("envelope", Rejection.ENVELOPE), reading.translation());
    Reading refused =
        READER.record(
            headers("org.feierabend.contact.v1"),
            bytes(CONTACT_DATA.replace("}", ",'attachments':[]}")),
            BERLIN);
    assertEquals(
        new Translation.NotUnderstood("minimisation", "content-never-passes"),
        refused.translation());
  }

  @Test
  void a_batch_says_which_of_its_events_failed() {
    List<Reading> readings =
        READER.batch(
            bytes(
                "["
                    + contact(CONTACT_DATA)
                    + ","
                    + contact("{}")
                    + ",7,"
                    + contact(CONTACT_DATA)
                    + "]"),
            BERLIN);
    assertEquals(4, readings.size());
    assertInstanceOf(Reading.Understood.class, readings.get(0));
    assertEquals(Optional.of("e-1"), ((Reading.Rejected) readings.get(1)).id());
    assertEquals(Optional.empty(), ((Reading.Rejected) readings.get(2)).id());
    assertInstanceOf(Reading.Understood.class, readings.get(3));
    assertEquals(1, READER.batch(bytes("{}"), BERLIN).size());
    assertEquals(0, READER.batch(bytes("[]"), BERLIN).size());
  }

  @Test
  void every_schema_forbids_what_it_does_not_name_and_speaks_two_languages() {
    for (String type : EventSchemas.types()) {
      var schema = StrictJson.parse(EventSchemas.document(type).orElseThrow(), "");
      assertEquals(false, schema.get("additionalProperties").asBoolean(true), type);
      schema
          .get("properties")
          .forEach(field -> assertTrue(field.get("description").asText().contains(" / "), type));
    }
  }

  private static Headers headers(String type) {
    Headers headers = new RecordHeaders();
    Map.of(
            "specversion",
            "1.0",
            "id",
            "e",
            "source",
            "s",
            "type",
            type,
            "time",
            "2026-01-05T18:00:00Z")
        .forEach((k, v) -> headers.add("ce_" + k, v.getBytes(StandardCharsets.UTF_8)));
    return headers;
  }
}
