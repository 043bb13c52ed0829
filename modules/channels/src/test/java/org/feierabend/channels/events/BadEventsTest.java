package org.feierabend.channels.events;

import static org.feierabend.channels.events.Events.BERLIN;
import static org.feierabend.channels.events.Events.READER;
import static org.feierabend.channels.events.Events.contact;
import static org.feierabend.channels.events.Events.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every kind of bad input is refused, with the field and the schema it breaks, and no value. */
class BadEventsTest {
  private static final String CE = Rejection.ENVELOPE;
  private static final String CONTACT = "org.feierabend.contact.v1";
  private static final String MEETING = "org.feierabend.meeting.v1";
  private static final String WORK = "org.feierabend.work.v1";
  private static final String ABSENCE = "org.feierabend.absence.v1";
  private static final String DUTY = "org.feierabend.duty.v1";
  private static final String SECRET = "SECRETVALUE";

  private record Bad(String what, String json, String field, String schema) {}

  private static String good(String... changes) {
    String event = contact("{'recipient':'p-1','sender_role':'COLLEAGUE','channel':'MAIL'}");
    for (int i = 0; i < changes.length; i += 2) event = event.replace(changes[i], changes[i + 1]);
    return event;
  }

  private static String data(String field, String value) {
    return good("'channel':'MAIL'", "'channel':'MAIL','" + field + "':" + value);
  }

  private static String meeting(String start, String end, String invited) {
    return event(
        "meeting",
        "{'person':'p','start':%s,'end':%s,'invited':%s}".formatted(start, end, invited));
  }

  private static final String T18 = "'2026-01-05T18:00:00+01:00'";
  private static final String T19 = "'2026-01-05T19:00:00+01:00'";

  private static final List<Bad> TABLE =
      List.of(
          new Bad("nothing", "", "", CE),
          new Bad("no JSON", "SECRETVALUE", "", CE),
          new Bad("cut off", "{'specversion':'1.0'", "", CE),
          new Bad("two documents", good() + good(), "", CE),
          new Bad("an array", "[]", "", CE),
          new Bad("a number", "7", "", CE),
          new Bad("null", "null", "", CE),
          new Bad("a comment", "/* */" + good(), "", CE),
          new Bad("NaN", data("x", "NaN"), "", CE),
          new Bad("nested too deep", data("x", "[".repeat(100) + "]".repeat(100)), "", CE),
          new Bad("duplicate attribute", good("'id':'e-1'", "'id':'e-1','id':'e-2'"), "", CE),
          new Bad("duplicate data field", data("channel", "'CHAT'"), "", CE),
          new Bad("no specversion", good("'specversion':'1.0',", ""), "/specversion", CE),
          new Bad("specversion 0.3", good("'1.0'", "'0.3'"), "/specversion", CE),
          new Bad("specversion as number", good("'1.0'", "1.0"), "/specversion", CE),
          new Bad("no id", good("'id':'e-1',", ""), "/id", CE),
          new Bad("empty id", good("'e-1'", "''"), "/id", CE),
          new Bad("blank id", good("'e-1'", "'  '"), "/id", CE),
          new Bad("id as number", good("'e-1'", "5"), "/id", CE),
          new Bad("id too long", good("e-1", "e".repeat(257)), "/id", CE),
          new Bad("no source", good("'source':'urn:test',", ""), "/source", CE),
          new Bad("source null", good("'urn:test'", "null"), "/source", CE),
          new Bad("source too long", good("urn:test", "s".repeat(513)), "/source", CE),
          new Bad("no type", good("'type':'org.feierabend.contact.v1',", ""), "/type", CE),
          new Bad("unknown type", good("contact.v1", "SECRETVALUE.v1"), "/type", CE),
          new Bad("unknown version", good("contact.v1", "contact.v2"), "/type", CE),
          new Bad("no time", good("'time':" + T18 + ",", ""), "/time", CE),
          new Bad("time without offset", good("00+01:00", "00"), "/time", CE),
          new Bad("no such day", good("2026-01-05", "2026-02-30"), "/time", CE),
          new Bad("time as number", good(T18, "1767632400"), "/time", CE),
          new Bad(
              "text as data",
              good("'type'", "'datacontenttype':'text/plain','type'"),
              "/datacontenttype",
              CE),
          new Bad("base64", good("'type'", "'data_base64':'e30=','type'"), "/data_base64", CE),
          new Bad("no data", event("contact", "null"), "/data", CONTACT),
          new Bad("data as text", contact("'SECRETVALUE'"), "/data", CONTACT),
          new Bad("empty data", contact("{}"), "/data/recipient", CONTACT),
          new Bad("no channel", good(",'channel':'MAIL'", ""), "/data/channel", CONTACT),
          new Bad("no role", good("'sender_role':'COLLEAGUE',", ""), "/data/sender_role", CONTACT),
          new Bad("no recipient", good("'recipient':'p-1',", ""), "/data/recipient", CONTACT),
          new Bad("empty recipient", good("'p-1'", "''"), "/data/recipient", CONTACT),
          new Bad("recipient null", good("'p-1'", "null"), "/data/recipient", CONTACT),
          new Bad("two recipients", good("'p-1'", "['p-1','p-2']"), "/data/recipient", CONTACT),
          new Bad(
              "recipient with spaces", good("p-1", "a SECRETVALUE"), "/data/recipient", CONTACT),
          new Bad("recipient too long", good("p-1", "p".repeat(129)), "/data/recipient", CONTACT),
          new Bad("recipient with a NUL", good("p-1", "p\\u0000"), "/data/recipient", CONTACT),
          new Bad("unknown channel", good("MAIL", "SECRETVALUE"), "/data/channel", CONTACT),
          new Bad("channel in small letters", good("MAIL", "mail"), "/data/channel", CONTACT),
          new Bad("unknown role", good("COLLEAGUE", "BOSS"), "/data/sender_role", CONTACT),
          new Bad("a meeting is no kind", data("kind", "'MEETING'"), "/data/kind", CONTACT),
          new Bad("unknown urgency", data("urgency", "'HIGH'"), "/data/urgency", CONTACT),
          new Bad(
              "emergency without reason", data("urgency", "'EMERGENCY'"), "/data/reason", CONTACT),
          new Bad("reason without emergency", data("reason", "'FLOOD'"), "/data/reason", CONTACT),
          new Bad(
              "reason with URGENT",
              data("urgency", "'URGENT','reason':'FLOOD'"),
              "/data/reason",
              CONTACT),
          new Bad(
              "reason in free text",
              data("urgency", "'EMERGENCY','reason':'SECRETVALUE'"),
              "/data/reason",
              CONTACT),
          new Bad("reason NONE", data("reason", "'NONE'"), "/data/reason", CONTACT),
          new Bad("duty in prose", data("duty", "'water supply'"), "/data/duty", CONTACT),
          new Bad("unknown field", data("priority", "'SECRETVALUE'"), "/data/priority", CONTACT),
          new Bad("refused field", data("attachments", "['S']"), "/data/attachments", CONTACT),
          new Bad("field with slash", data("a/b", "1"), "/data/a~1b", CONTACT),
          new Bad("meeting ends first", meeting(T19, T18, "3"), "/data/end", MEETING),
          new Bad("meeting without length", meeting(T18, T18, "3"), "/data/end", MEETING),
          new Bad(
              "meeting of months",
              meeting(T18, "'2026-05-05T18:00:00+01:00'", "3"),
              "/data/end",
              MEETING),
          new Bad("nobody invited", meeting(T18, T19, "0"), "/data/invited", MEETING),
          new Bad("invited as text", meeting(T18, T19, "'8'"), "/data/invited", MEETING),
          new Bad("half a person", meeting(T18, T19, "2.5"), "/data/invited", MEETING),
          new Bad("too many", meeting(T18, T19, "1e9"), "/data/invited", MEETING),
          new Bad(
              "start without offset",
              meeting("'2026-01-05T18:00'", T19, "3"),
              "/data/start",
              MEETING),
          new Bad(
              "hour 25", meeting("'2026-01-05T25:00:00+01:00'", T19, "3"), "/data/start", MEETING),
          new Bad(
              "work pauses",
              event("work", "{'person':'p','change':'PAUSE'}"),
              "/data/change",
              WORK),
          new Bad("work of nobody", event("work", "{'change':'END'}"), "/data/person", WORK),
          new Bad(
              "absence backwards",
              event("absence", "{'person':'p','from':'2026-08-05','to':'2026-08-03'}"),
              "/data/to",
              ABSENCE),
          new Bad(
              "no such first day",
              event("absence", "{'person':'p','from':'2026-02-30','to':'2026-08-03'}"),
              "/data/from",
              ABSENCE),
          new Bad(
              "absence with a reason",
              event(
                  "absence",
                  "{'person':'p','from':'2026-08-03','to':'2026-08-03','reason':'SECRETVALUE'}"),
              "/data/reason",
              ABSENCE),
          new Bad(
              "German date",
              event("absence", "{'person':'p','from':'03.08.2026','to':'2026-08-03'}"),
              "/data/from",
              ABSENCE),
          new Bad(
              "no duty",
              event("duty", "{'person':'p','from':'2026-08-03','to':'2026-08-03'}"),
              "/data/duty",
              DUTY),
          new Bad(
              "arrival in minutes",
              event(
                  "duty",
                  "{'person':'p','from':'2026-08-03','to':'2026-08-03','duty':'A','arrival':45}"),
              "/data/arrival",
              DUTY));

  @TestFactory
  Stream<DynamicTest> is_refused_with_field_and_schema() {
    return TABLE.stream().map(bad -> DynamicTest.dynamicTest(bad.what(), () -> refused(bad)));
  }

  private static void refused(Bad bad) {
    Reading reading = Events.read(bad.json());
    Rejection rejection = assertInstanceOf(Reading.Rejected.class, reading).rejection();
    assertEquals(bad.field(), rejection.field(), rejection.toString());
    assertEquals(bad.schema(), rejection.schema(), rejection.toString());
    assertFalse(rejection.toString().contains(SECRET), rejection.toString());
    assertFalse(rejection.sentence().de().equals(rejection.sentence().en()));
  }

  @Test
  void broken_utf_8_is_no_json() {
    byte[] event = Events.bytes(good());
    event[event.length - 10] = (byte) 0xff;
    Reading reading = READER.structured(Door.HTTP, event, BERLIN);
    Rejection rejection = ((Reading.Rejected) reading).rejection();
    assertEquals(Rejection.Kind.NOT_JSON, rejection.kind(), rejection.toString());
  }

  @Test
  void more_than_a_mebibyte_is_refused_unread() {
    byte[] event = " ".repeat(EventReader.MAX_BYTES + 1).getBytes(StandardCharsets.US_ASCII);
    Reading reading = READER.structured(Door.HTTP, event, BERLIN);
    assertEquals(Rejection.Kind.TOO_LARGE, ((Reading.Rejected) reading).rejection().kind());
  }
}
