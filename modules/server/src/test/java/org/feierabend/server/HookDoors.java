package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.feierabend.server.Browser.Answer;

/** Other systems call the real server, each with credentials of its own. */
record HookDoors(URI base, Town town, Surroundings around) {
  private static final String MARKER = "marker-3c9d1e";

  /** Whoever has a shift with a duty is there on a Sunday too; before it begins, they rest. */
  static String resting(String id, Instant from) {
    return ("{\"id\":\"%1$s\",\"unit\":\"office\",\"duties\":[\"PUBLIC_ORDER\"],\"chat\":[\"%1$s@example.test\"],\"mail\":[\"%1$s@example.test\"],"
            + "\"shifts\":[{\"from\":\"%2$s\",\"to\":\"%3$s\"}]}")
        .formatted(id, from, from.plus(Duration.ofHours(6)));
  }

  void webhooksAndGraph() throws IOException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    assertEquals("EMPLOYER_UNKNOWN", door("webhooks").path("trouble").asText());
    town.employer(Surroundings.HOOK_EMPLOYER, resting("gerd", now.plus(Duration.ofHours(2))));
    town.account("gerd", "employee", Surroundings.HOOK_EMPLOYER, "gerd");
    assertEquals("up", door("webhooks").path("state").asText(), door("webhooks").toString());
    zammad(now);
    graph();
    assertEquals(2, town.waitingOf("gerd"), "a ticket and a mail");
    assertTrue(door("webhooks").hasNonNull("last_event"));
    assertTrue(door("graph").hasNonNull("last_event"));
    assertEquals(List.of(), written(MARKER), "no text reaches anything that is written");
    assertTrue(written("delivery-3c9d1e").contains("deferral"), "the search finds what is mapped");
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
