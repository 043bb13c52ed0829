package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Messages to somebody who rests, at the real Prosody, which asks the real engine. */
record ChatDoors(URI base, Town town, Surroundings around) {
  private static final String ROOM = "room@rooms.example.test";
  static final String MARKER = "marker-6f1c2a";

  /** Not searched for in the heap: it is handed over on purpose, so that the tap has to find it. */
  private static final String CARELESS = "careless-6f1c2a";

  /** Whoever has a shift with a duty is there on a Sunday too; before it begins, they rest. */
  private static String person(String id, Instant from, Instant to) {
    return ("{\"id\":\"%1$s\",\"unit\":\"office\",\"duties\":[\"PUBLIC_ORDER\"],\"chat\":[\"%1$s@example.test\"],\"mail\":[\"%1$s@example.test\"],"
            + "\"shifts\":[{\"from\":\"%2$s\",\"to\":\"%3$s\"}]}")
        .formatted(id, from, to);
  }

  void heldReleasedAndAway() throws IOException, InterruptedException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Instant opens = now.plusSeconds(50);
    Instant evening = now.plus(Duration.ofHours(6));
    town.employer(
        Surroundings.CHAT_EMPLOYER,
        "{\"id\":\"dora\",\"unit\":\"office\",\"chat\":[\"dora@example.test\"],\"mail\":[\"dora@example.test\"]}",
        person("emil", opens, evening),
        person("fred", now.minusSeconds(3600), evening),
        person("gina", opens, evening));
    String token = town.token("enforcer", Surroundings.CHAT_EMPLOYER);
    assertEquals("down", door().path("state").asText(), door().toString());
    Path folder = Files.createTempDirectory("prosody");
    try (Wiretap wire = new Wiretap(base.getPort());
        Prosody prosody =
            new Prosody(
                folder,
                around.chatPort,
                List.of("dora", "emil", "fred", "gina"),
                """
                feierabend_url = "http://127.0.0.1:%d"
                feierabend_token = "%s"
                feierabend_release_token = "%s"
                """
                    .formatted(wire.port, token, Surroundings.CHAT_TOKEN))) {
      held(prosody, wire, opens);
      assertTrue(wire.crossed().contains("emil@example.test"), "the tap is on the wire");
      assertTrue(wire.crossed().contains("\"channel\":\"CHAT\""));
      assertFalse(wire.crossed().contains(MARKER), "no text crosses to the engine");
      careless(wire, token);
      away(prosody, wire);
      assertEquals("up", door().path("state").asText(), door().toString());
      assertTrue(door().hasNonNull("last_event"), door().toString());
      assertFalse(wire.crossed().contains(MARKER + "-away"), "nor while it is away");
      assertFalse(prosody.log().contains(MARKER));
    }
    assertEquals("down", door().path("state").asText(), "and the page says so");
  }

  private void held(Prosody prosody, Wiretap wire, Instant opens) throws InterruptedException {
    try (Chatter dora = new Chatter(prosody, "dora", "desk");
        Chatter fred = new Chatter(prosody, "fred", "desk")) {
      dora.say("fred@example.test", MARKER + "-now");
      fred.await(MARKER + "-now");
      dora.say("fred@example.test", MARKER + "-soon");
      fred.await(MARKER + "-soon");
      assertEquals(1, questions(wire), "a yes is believed for a while: " + wire.crossed());
      dora.say("gina@example.test", MARKER + "-gone");
      try (Chatter emil = new Chatter(prosody, "emil", "phone")) {
        dora.say("emil@example.test", MARKER + "-one");
        dora.say("emil@example.test/phone", MARKER + "-two");
        awaitQuestions(wire, 4);
        Thread.sleep(700);
        emil.readArchive("before");
        assertEquals(List.of(), emil.heard(), "not on the screen, not in the archive");
      }
      prosody.close();
    }
    prosody.start();
    try (Chatter dora = new Chatter(prosody, "dora", "desk");
        Chatter fred = new Chatter(prosody, "fred", "desk");
        Chatter emil = new Chatter(prosody, "emil", "phone");
        Chatter copy = new Chatter(prosody, "emil", "desk")) {
      for (Chatter one : List.of(dora, emil, fred)) one.enter(ROOM, "nick" + one.hashCode());
      try (Chatter gina = new Chatter(prosody, "gina", "phone")) {
        gina.enter(ROOM, "gina");
        dora.sayInRoom(ROOM, MARKER + "-room");
        fred.await(MARKER + "-room");
        Thread.sleep(300);
        assertEquals(List.of(), gina.heard(), "logging in hands nothing over");
      }
      Thread.sleep(300);
      assertEquals(List.of(), emil.heard(), "a restart hands nothing over, nor does a room");
      assertFalse(copy.came().contains(MARKER), "nor does a copy");
      assertTrue(Instant.now().isBefore(opens), "this machine is too slow for this test");
      Thread.sleep(Duration.between(Instant.now(), opens).toMillis());
      emil.await(MARKER + "-one").await(MARKER + "-two").await(MARKER + "-room");
      copy.await(MARKER + "-two");
      assertEquals(
          List.of(MARKER + "-one", MARKER + "-two", MARKER + "-room"),
          emil.heard(),
          "each once, in the order they came");
      assertEquals(
          3, emil.came().split("<delay [^>]*from='example.test'", -1).length - 1, emil.came());
      // whoever was away meanwhile, and left the room, finds both; the store of messages for later
      // has them
      try (Chatter gina = new Chatter(prosody, "gina", "desk")) {
        gina.await(MARKER + "-gone").await(MARKER + "-room");
        assertTrue(gina.came().contains("urn:xmpp:forward:0"), gina.came());
        assertEquals(1, gina.heard().stream().filter((MARKER + "-gone")::equals).count());
      }
      fred.say("emil@example.test", MARKER + "-later");
      emil.await(MARKER + "-later");
    }
  }

  /** A module that hands texts over: the tap shows them, and the engine is none the wiser. */
  private static void careless(Wiretap wire, String token) {
    Browser module = Browser.bearing(URI.create("http://127.0.0.1:" + wire.port), token);
    Browser.Answer answer =
        module.post(
            "access/v1/evaluation",
            Town.QUESTION
                .replace("anna", "dora")
                .replace("bert", "fred")
                .replace("\"CHAT\"", "\"CHAT\",\"text\":\"" + CARELESS + "\""));
    assertEquals(200, answer.status(), answer.body());
    assertTrue(wire.crossed().contains(CARELESS), "the tap finds what is not stripped");
  }

  private void away(Prosody prosody, Wiretap wire) {
    Browser stranger = new Browser(URI.create("http://127.0.0.1:" + around.chatPort));
    assertEquals(401, stranger.post("feierabend/release", "{}").status());
    stranger.with("Authorization", "Bearer " + Surroundings.CHAT_TOKEN);
    assertEquals(
        0,
        stranger
            .post("feierabend/release", "{\"data\":{\"contacts\":[{\"ref\":{\"id\":\"x\"}}]}}")
            .json()
            .path("released")
            .asInt());
    wire.cut();
    try (Chatter fred = new Chatter(prosody, "fred", "desk");
        Chatter emil = new Chatter(prosody, "emil", "phone")) {
      emil.say("fred@example.test", MARKER + "-away");
      fred.await(MARKER + "-away");
    }
  }

  /** Where the signed policy says so, messages wait for an engine that is away, over a restart. */
  void waitWhereThePolicySaysSo() throws IOException, InterruptedException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Instant from = now.minusSeconds(3600);
    Instant to = now.plus(Duration.ofHours(6));
    town.employer(
        "waiters",
        true,
        "careful",
        new String[] {person("ilse", from, to), person("jan", from, to)});
    try (Wiretap wire = new Wiretap(base.getPort());
        Prosody prosody =
            new Prosody(
                Files.createTempDirectory("prosody"),
                org.feierabend.channels.kafka.Broker.freePort(),
                List.of("ilse", "jan"),
                """
                feierabend_url = "http://127.0.0.1:%d"
                feierabend_token = "%s"
                feierabend_retry = 2
                """
                    .formatted(wire.port, town.token("enforcer", "waiters")))) {
      for (int tries = 0; !prosody.log().contains("policy says: delay"); tries++) {
        if (tries > 100) throw new AssertionError(prosody.log());
        Thread.sleep(100);
      }
      wire.cut();
      prosody.stop();
      prosody.start();
      try (Chatter ilse = new Chatter(prosody, "ilse", "desk");
          Chatter jan = new Chatter(prosody, "jan", "desk")) {
        ilse.say("jan@example.test", MARKER + "-patience");
        Thread.sleep(1_500);
        assertEquals(List.of(), jan.heard(), "it waits until the engine is back");
        wire.join();
        jan.await(MARKER + "-patience");
      }
    }
  }

  private static int questions(Wiretap wire) {
    return wire.crossed().split("\"outcome\"", -1).length - 1;
  }

  private static void awaitQuestions(Wiretap wire, int questions) throws InterruptedException {
    for (int tries = 0; questions(wire) < questions; tries++) {
      if (tries > 100) throw new AssertionError(wire.crossed());
      Thread.sleep(100);
    }
  }

  private JsonNode door() {
    for (JsonNode door : town.operator.get("api/v1/doors").json().path("doors"))
      if (door.path("name").asText().equals("chat")) return door;
    throw new AssertionError(town.operator.get("api/v1/doors").body());
  }
}
