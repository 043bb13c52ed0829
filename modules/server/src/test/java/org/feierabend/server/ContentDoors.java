package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.feierabend.channels.beside.Cyrus;

/**
 * Invitations at a server that sums up busy times, and the chat messages before them: of their
 * contents nothing is in the engine. What other systems post to us whole is not looked for in the
 * heap: buffers of the HTTP server hold it until other bytes go through them. That it is written
 * nowhere is tried by {@link HookDoors}.
 */
record ContentDoors(Town town, Surroundings around) {
  private static final String INVITED = "quarrelsome-8c1f";
  private static final String KNOWN = "dora@example.test";
  private static final String PLANTED = "planted-5d07";
  private static final List<String> PLACES =
      List.of("uid", "title", "place", "name", "file", "text");

  /** Whoever looks at an invitation has its uid and who is invited read, and nothing more. */
  private static final List<String> NEVER_ASKED = List.of("title", "place", "file", "text");

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  void nothingIsKept() throws IOException, SQLException, InterruptedException {
    List<String> contents = new ArrayList<>();
    for (String place : PLACES) contents.add(INVITED + "-" + place);
    InvitationDoors invitations = new InvitationDoors(town, around);
    invitations.whileNobodyAnswers();
    try (Cyrus cyrus = new Cyrus(Files.createTempDirectory("cyrus"), List.of("dora", "emil"));
        Wiretap wire = new Wiretap(around.calendarPort, cyrus.http)) {
      invitations.wanted();
      assertEquals(
          201,
          cyrus
              .ask("dora", "PUT", "Default/a.ics", "text/calendar", "", invitation())
              .statusCode());
      for (int tries = 0; !door().hasNonNull("last_event"); tries++) {
        assertTrue(tries < 180, door() + wire.crossed());
        Thread.sleep(500);
      }
      assertEquals("up", door().path("state").asText(), door().toString());
      assertTrue(wire.crossed().contains("FREEBUSY"), "the tap is on the wire");
      for (String content : contents) assertFalse(wire.crossed().contains(content), content);
      invitations.lookedAtAndAnswered(cyrus, wire);
      // whoever asks for the event itself gets all of it, and the tap shows it
      Browser careless = new Browser(java.net.URI.create("http://127.0.0.1:" + wire.port));
      careless.with("Authorization", "Basic ZG9yYTpzZWNyZXQ=");
      assertEquals(200, careless.get("dav/calendars/user/dora/Default/a.ics").status());
      for (String place : PLACES)
        assertTrue(wire.crossed().contains(INVITED + "-" + place), wire.crossed());
    }
    assertEquals("down", door().path("state").asText(), door().toString());
    plant();
    for (String place : NEVER_ASKED) contents.add(InvitationDoors.MARKER + "-" + place);
    contents.add(ChatDoors.MARKER);
    List<String> all = new ArrayList<>(contents);
    all.addAll(List.of(KNOWN, PLANTED, HookDoors.SAID));
    TreeSet<String> found = new Traces(around).of(all);
    assertTrue(
        found.containsAll(Set.of("heap " + KNOWN, "row " + KNOWN, "row " + PLANTED)), "" + found);
    assertTrue(found.containsAll(Set.of("WAL " + PLANTED, "log " + PLANTED)), "" + found);
    assertTrue(found.contains("said " + HookDoors.SAID), "" + found);
    found.removeIf(
        place ->
            place.endsWith(KNOWN) || place.endsWith(PLANTED) || place.endsWith(HookDoors.SAID));
    assertEquals(Set.of(), found);
  }

  /** In the database and in the broker's log of a topic, where the search has to find it. */
  private void plant() throws SQLException {
    try (Connection c = around.database.getDatabase("postgres", "feierabend").getConnection();
        Statement s = c.createStatement()) {
      s.execute("CREATE TABLE planted AS SELECT '%s'::text AS word".formatted(PLANTED));
    }
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", around.broker.address()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>("feierabend.reports", PLANTED));
      producer.flush();
    }
  }

  private static String invitation() {
    return meeting(INVITED, Instant.now().minus(Duration.ofMinutes(10)));
  }

  /**
   * An hour with a marker in each of its places.
   *
   * @param more further lines
   */
  static String meeting(String marker, Instant start, String... more) {
    return String.join(
        "\r\n",
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//test//EN",
        "BEGIN:VEVENT",
        "UID:" + marker + "-uid",
        "DTSTAMP:20260101T000000Z",
        "DTSTART:" + UTC.format(start),
        "DTEND:" + UTC.format(start.plus(Duration.ofHours(1))),
        "SUMMARY:" + marker + "-title",
        "DESCRIPTION:" + marker + "-text",
        "LOCATION:" + marker + "-place",
        "ATTENDEE;CN=" + marker + "-name:mailto:bert@example.test",
        "ATTACH;FMTTYPE=text/plain;FILENAME=" + marker + "-file:https://example.test/x",
        String.join("\r\n", more),
        "END:VEVENT",
        "END:VCALENDAR",
        "");
  }

  private JsonNode door() {
    for (JsonNode door : town.operator.get("api/v1/doors").json().path("doors"))
      if (door.path("name").asText().equals("calendar")) return door;
    throw new AssertionError(town.operator.get("api/v1/doors").body());
  }
}
