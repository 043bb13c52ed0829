package org.feierabend.channels.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the script for Synapse's database makes of pushers, in a table like Synapse's. */
class ExistingPushersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OURS = "https://push.example.org/_matrix/push/v1/notify";
  private static final String GATEWAY = "https://sygnal.example.org/_matrix/push/v1/notify";

  @Test
  void pushers_of_the_houses_gateway_say_whose_they_are_and_no_other_is_touched()
      throws IOException, SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        Connection c = postgres.getPostgresDatabase().getConnection();
        Statement s = c.createStatement()) {
      s.execute(
          "CREATE TABLE pushers (id bigint NOT NULL, user_name text NOT NULL, access_token bigint, profile_tag text NOT NULL,"
              + " kind text NOT NULL, app_id text NOT NULL, app_display_name text NOT NULL, device_display_name text NOT NULL,"
              + " pushkey text NOT NULL, ts bigint NOT NULL, lang text, data text, last_stream_ordering bigint,"
              + " last_success bigint, failing_since bigint, enabled boolean, device_id text)");
      pusher(s, 1, "@Anna:example.org", "http", data(GATEWAY, "\"brand\":\"Town\""));
      pusher(s, 2, "@bert:example.org", "http", data("https://matrix.org/x", "\"format\":\"x\""));
      pusher(s, 3, "@bert:example.org", "email", "{\"brand\":\"Town\"}");
      pusher(s, 4, "@bert:example.org", "http", data(OURS, "\"format\":\"event_id_only\""));
      String others = all(s, "id IN (2, 3)").toString();
      script(s, OURS, GATEWAY);
      List<ObjectNode> changed = all(s, "id IN (1, 4)");
      script(s, OURS, GATEWAY);
      assertEquals(changed, all(s, "id IN (1, 4)"), "once more changes nothing");
      assertEquals(others, all(s, "id IN (2, 3)").toString());
      assertEquals("Town", changed.get(0).path("brand").asText());
      assertEquals(List.of("anna@example.org", "bert@example.org"), owners(changed));
      script(s, GATEWAY, OURS);
      assertEquals(
          List.of(GATEWAY, GATEWAY),
          all(s, "id IN (1, 4)").stream().map(d -> d.path("url").asText()).toList(),
          "and back");
    }
  }

  /** As the door reads them from a push of the homeserver, which keeps its url to itself. */
  private static List<String> owners(List<ObjectNode> data) throws IOException {
    ObjectNode push = JSON.createObjectNode();
    ObjectNode notification = push.putObject("notification").put("event_id", "$1");
    for (ObjectNode one : data) {
      assertEquals(OURS, one.path("url").asText());
      notification
          .withArray("devices")
          .addObject()
          .put("app_id", "a")
          .put("pushkey", "k")
          .set("data", one.deepCopy().without("url"));
    }
    MatrixPush read =
        MatrixPush.read(new ByteArrayInputStream(push.toString().getBytes(StandardCharsets.UTF_8)));
    return read.devices().stream().map(MatrixPush::owner).toList();
  }

  private static void script(Statement s, String url, String gateway)
      throws IOException, SQLException {
    s.execute("SET feierabend.url = '%s'".formatted(url));
    s.execute("SET feierabend.gateway = '%s'".formatted(gateway));
    s.execute(
        Files.readString(
            Path.of(
                System.getProperty("feierabend.home"), "config/matrix/feierabend-pushers.sql")));
  }

  private static String data(String url, String more) {
    return "{\"url\":\"%s\",%s}".formatted(url, more);
  }

  private static void pusher(Statement s, int id, String user, String kind, String data)
      throws SQLException {
    s.execute(
        "INSERT INTO pushers VALUES (%d, '%s', NULL, '', '%s', 'a', 'A', 'P', 'k%d', 1, 'de', '%s')"
            .formatted(id, user, kind, id, data));
  }

  private static List<ObjectNode> all(Statement s, String which) throws SQLException, IOException {
    List<ObjectNode> all = new ArrayList<>();
    try (ResultSet rows =
        s.executeQuery("SELECT data FROM pushers WHERE %s ORDER BY id".formatted(which))) {
      while (rows.next()) all.add((ObjectNode) JSON.readTree(rows.getString(1)));
    }
    return all;
  }
}
