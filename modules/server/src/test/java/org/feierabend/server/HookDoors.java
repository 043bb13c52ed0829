package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.feierabend.channels.http.Loopback;
import org.feierabend.channels.webpush.SubscribedBrowser;
import org.feierabend.server.Browser.Answer;

/** Other systems call the real server, each with credentials of its own. */
record HookDoors(URI base, Town town, Surroundings around) {
  static final String MARKER = "marker-3c9d1e";

  /** Written into the server's log while this runs. */
  static final String SAID = "set its format to event_id_only";

  /** Whoever has a shift with a duty is there on a Sunday too; before it begins, they rest. */
  static String resting(String id, Instant from) {
    return ("{\"id\":\"%1$s\",\"unit\":\"office\",\"duties\":[\"PUBLIC_ORDER\"],\"chat\":[\"%1$s@example.test\"],\"mail\":[\"%1$s@example.test\"],"
            + "\"shifts\":[{\"from\":\"%2$s\",\"to\":\"%3$s\"}]}")
        .formatted(id, from, from.plus(Duration.ofHours(6)));
  }

  void calledAndTold() throws IOException, InterruptedException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    assertEquals("EMPLOYER_UNKNOWN", door("webhooks").path("trouble").asText());
    Instant opens = now.plusSeconds(30);
    town.employer(
        Surroundings.HOOK_EMPLOYER,
        resting("gerd", now.plus(Duration.ofHours(2))),
        resting("hilda", opens));
    town.account("gerd", "employee", Surroundings.HOOK_EMPLOYER, "gerd");
    pushes(opens);
    assertEquals("up", door("webhooks").path("state").asText(), door("webhooks").toString());
    zammad(now);
    graph();
    assertEquals(2, town.waitingOf("gerd"), "a ticket and a mail");
    assertTrue(door("webhooks").hasNonNull("last_event"));
    assertTrue(door("graph").hasNonNull("last_event"));
    assertEquals(List.of(), written(MARKER), "no text reaches anything that is written");
    assertTrue(written("delivery-3c9d1e").contains("deferral"), "the search finds what is mapped");
  }

  /** What waited goes to a device through the gateway, and how much it was to a browser. */
  private void pushes(Instant opens) throws InterruptedException {
    town.account("hilda", "employee", Surroundings.HOOK_EMPLOYER, "hilda");
    Browser hilda = town.logIn("hilda");
    try (SubscribedBrowser browser = new SubscribedBrowser(201);
        Loopback gateway =
            new Loopback(around.matrixPort, asked -> new Loopback.Told(200, "{\"rejected\":[]}"))) {
      Answer subscribed = hilda.post("api/v1/me/push", browser.json("en"));
      assertEquals(201, subscribed.status(), subscribed.body());
      assertEquals(1, hilda.get("api/v1/me/data").json().path("push").size());
      Browser source = town.machine("source", Surroundings.HOOK_EMPLOYER);
      for (String id : List.of("m1", "m2"))
        source.send(
            "POST", "api/v1/events", Town.EVENT, town.contact(id, "hilda").replace("CHAT", "MAIL"));
      Browser homeserver = town.machine("enforcer", Surroundings.HOOK_EMPLOYER);
      Answer held = homeserver.post("_matrix/push/v1/notify", push("event_id_only"));
      assertEquals("{\"rejected\":[]}", held.body());
      Answer refused = homeserver.post("_matrix/push/v1/notify", push("full"));
      assertEquals(400, refused.status(), refused.body());
      assertEquals("CONTENT_REFUSED", door("matrix").path("trouble").asText());
      homeserver.post("_matrix/push/v1/notify", push("event_id_only"));
      assertEquals("up", door("matrix").path("state").asText(), door("matrix").toString());
      assertEquals("repeat", door("matrix").path("away").asText());
      assertEquals(3, town.waitingOf("hilda"));
      assertEquals(
          1, hilda.get("api/v1/me/data").json().path("waiting_devices").asInt(), "hers to see");
      assertTrue(Instant.now().isBefore(opens), "this machine is too slow for this test");
      assertEquals(0, gateway.asked.size() + browser.service.asked.size(), "while she rests");
      for (int i = 0; gateway.asked.isEmpty() || browser.service.asked.isEmpty(); i++) {
        if (i > 900) throw new AssertionError(gateway.asked + " " + browser.service.asked);
        Thread.sleep(100);
      }
      assertFalse(Instant.now().isBefore(opens));
      assertTrue(gateway.asked.get(0).text().contains("\"unread\":2"));
      assertFalse(gateway.asked.get(0).text().contains(MARKER));
      Loopback.Asked told = browser.service.asked.get(0);
      assertEquals("aes128gcm", told.header("Content-Encoding"));
      assertTrue(told.header("Authorization").startsWith("vapid t="));
      assertTrue(Integer.parseInt(told.header("TTL")) <= 4 * 3600, "not into the next rest");
      assertEquals(
          "{\"title\":\"Your window is open\",\"body\":\"2 mails, 1 chat message waited.\",\"lang\":\"en\"}",
          browser.read(told.body()));
      String mine = "api/v1/me/push/" + subscribed.json().path("id").asText();
      assertEquals(404, town.logIn("gerd").delete(mine).status());
      assertEquals(204, hilda.delete(mine).status());
      assertEquals(0, hilda.get("api/v1/me/push").json().path("subscriptions").size());
      assertEquals(1, gateway.asked.size());
      assertEquals(1, browser.service.asked.size());
    }
  }

  private static String push(String format) {
    return ("{\"notification\":{\"event_id\":\"$1\",\"room_id\":\"!r:example.test\",\"content\":{\"body\":\"%1$s\"},\"sender_display_name\":\"%1$s\","
            + "\"counts\":{\"unread\":2},\"devices\":[{\"app_id\":\"a\",\"pushkey\":\"k\",\"data\":{\"format\":\"%2$s\",\"feierabend\":\"hilda@example.test\"}}]}}")
        .formatted(MARKER, format);
  }

  private void zammad(Instant now) {
    String ticket =
        ("{\"ticket\":{\"title\":\"%1$s\",\"priority\":{\"name\":\"2 normal\"},\"owner\":{\"email\":\"gerd@example.test\",\"note\":\"%1$s\"}},"
                + "\"article\":{\"sender\":\"Agent\",\"body\":\"%1$s\",\"created_at\":\"%2$s\",\"created_by\":{\"email\":\"x@example.test\"}}}")
            .formatted(MARKER, now);
    Answer first = signed("delivery-3c9d1e", ticket);
    assertEquals(202, first.status(), first.body());
    assertEquals("accepted", first.json().path("status").asText());
    assertEquals("duplicate", signed("delivery-3c9d1e", ticket).json().path("status").asText());
    String wrong = ticket.replace(now.toString(), MARKER);
    Answer refused = signed("delivery-2", wrong);
    assertEquals(400, refused.status(), refused.body());
    assertEquals("/article/created_at", refused.json().path("field").asText());
    assertTrue(refused.json().path("detail").asText().contains(MARKER), "the source may see it");
    assertEquals(
        401,
        new Browser(base)
            .with("X-Hub-Signature", "sha1=00")
            .post("api/v1/webhooks/zammad", ticket)
            .status());
    assertEquals(404, new Browser(base).post("api/v1/webhooks/none", ticket).status());
  }

  private Answer signed(String delivery, String body) {
    return new Browser(base)
        .with("X-Zammad-Delivery", delivery)
        .with("X-Hub-Signature", "sha1=" + hmac(body))
        .post("api/v1/webhooks/zammad", body);
  }

  private static String hmac(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(
          new SecretKeySpec(Surroundings.HOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void graph() {
    Browser nobody = new Browser(base);
    Answer echo =
        nobody.send(
            "POST",
            "api/v1/graph/notifications?validationToken=Validation%3a+Testing+%3cb%3e",
            "text/plain",
            "");
    assertEquals(200, echo.status(), echo.body());
    assertEquals("Validation: Testing <b>", echo.body());
    assertEquals("text/plain;charset=utf-8", echo.header("Content-Type").replace(" ", ""));
    assertEquals("nosniff", echo.header("X-Content-Type-Options"));
    String notification =
        ("{\"value\":[{\"subscriptionId\":\"s\",\"clientState\":\"%s\",\"changeType\":\"created\","
                + "\"resource\":\"Users/gerd@example.test/Messages/AAMk\",\"resourceData\":{\"id\":\"AAMk\",\"subject\":\"%s\"}}]}")
            .formatted(Surroundings.HOOK_SECRET, MARKER);
    assertEquals(202, nobody.post("api/v1/graph/notifications", notification).status());
    assertEquals(202, nobody.post("api/v1/graph/notifications", notification).status());
    assertEquals(
        403,
        nobody
            .post("api/v1/graph/notifications", notification.replace(Surroundings.HOOK_SECRET, "x"))
            .status());
  }

  JsonNode door(String name) {
    for (JsonNode door : town.operator.get("api/v1/doors").json().path("doors"))
      if (door.path("name").asText().equals(name)) return door;
    throw new AssertionError(town.operator.get("api/v1/doors").body());
  }

  /** Tables that hold the text, and files of broker, logs and state that do. */
  List<String> written(String text) throws IOException {
    List<String> found = new ArrayList<>();
    try (Connection c = around.database.getDatabase("postgres", "feierabend").getConnection();
        Statement s = c.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet r =
          s.executeQuery(
              "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'open_week')")) {
        while (r.next()) tables.add("%s.\"%s\"".formatted(r.getString(1), r.getString(2)));
      }
      for (String table : tables)
        try (ResultSet r =
            s.executeQuery(
                "SELECT count(*) FROM %s AS t WHERE t::text LIKE '%%%s%%'"
                    .formatted(table, text))) {
          r.next();
          if (r.getInt(1) > 0) found.add(table.replaceAll("public.|\"", ""));
        }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    try (Stream<Path> files = Files.walk(around.var)) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        if (holds(file, text)) found.add(file.toString());
    }
    return found;
  }

  private static boolean holds(Path file, String text) throws IOException {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (java.nio.file.NoSuchFileException gone) {
      return false; // the broker rolled it meanwhile
    }
  }
}
