package org.feierabend.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.feierabend.channels.graph.GraphDoor;
import org.feierabend.channels.graph.GraphNotified;
import org.feierabend.channels.graph.GraphSettings;
import org.feierabend.channels.graph.GraphSubscriptions;
import org.feierabend.contact.Channel;
import org.feierabend.contact.Sender;
import org.feierabend.door.Standing;
import org.feierabend.intake.Incoming;
import org.feierabend.people.Addresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Microsoft Graph as its documentation has it: requests spelled as there, and a Graph written for
 * this test on loopback. The real one was not asked.
 */
class GraphContractTest {
  private static final GraphNotified TAKEN = new GraphNotified.Taken();
  private static final String STATE = "the-state-of-our-subscriptions";
  private static final String USER = "622eaaff-0683-4862-9de4-f2ec83c2bd98";
  private static final String MARKER = "marker-41ac";

  private final Town town = new Town("ann", "off-bob");
  private Loopback graph;
  private GraphSubscriptions subscriptions;
  private GraphDoor door;

  @BeforeEach
  void open() {
    graph =
        new Loopback(
            asked ->
                asked.path().equals("/token")
                    ? new Loopback.Told(200, "{\"access_token\":\"graph-token\"}")
                    : new Loopback.Told(200, listed()));
    GraphSettings.Renewal renewal =
        new GraphSettings.Renewal(
            graph.at("/token"),
            graph.at("/v1.0"),
            "app",
            "app-secret",
            graph.at("/api/v1/graph/notifications"),
            Duration.ofDays(2));
    GraphSettings settings =
        new GraphSettings(Town.EMPLOYER.id(), STATE, Sender.COLLEAGUE, Optional.of(renewal));
    subscriptions =
        new GraphSubscriptions(
            settings.renewal(),
            Clock.fixed(Town.NOW, ZoneOffset.UTC),
            Executors.defaultThreadFactory());
    door = new GraphDoor(Optional.of(settings), town, town, employer -> Town.NOW, subscriptions);
    town.known("off-bob", new Addresses(Optional.of(USER), List.of("bob@town.example"), List.of()));
  }

  @AfterEach
  void close() {
    subscriptions.close();
    graph.close();
  }

  private String listed() {
    return "{\"value\":[%s,%s,%s]}"
        .formatted(
            subscription("soon", "/api/v1/graph/notifications", "2026-09-15T20:00:00.9356913Z"),
            subscription("later", "/api/v1/graph/notifications", "2026-09-17T17:00:00Z"),
            subscription("foreign", "/somebody/else", "2026-09-15T20:00:00Z"));
  }

  private String subscription(String id, String url, String ends) {
    return "{\"id\":\"%s\",\"notificationUrl\":\"%s\",\"expirationDateTime\":\"%s\"}"
        .formatted(id, graph == null ? url : graph.at(url), ends);
  }

  private GraphNotified call(String body) throws IOException {
    return door.notified(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String notification(String state, String change, String resource, String more) {
    return """
        {"value":[{"id":"lsgTZMr9KwAAA","subscriptionId":"76619225-ff6b-4136-96ca-4ef547e6dd49","subscriptionExpirationDateTime":"2026-09-17T22:11:09.952Z",
          "clientState":"%s","changeType":"%s","resource":"%s","tenantId":"84bd8158-6d4d-4958-8b9f-9d6445542f95",
          "resourceData":{"@odata.type":"#Microsoft.Graph.Message","@odata.id":"x","@odata.etag":"W/x","id":"AAMk-1"%s}]}
        """
        .formatted(state, change, resource, more.isEmpty() ? "}" : more);
  }

  @ParameterizedTest
  @CsvSource({
    "Users/" + USER + "/Messages/AAMk, MAIL",
    "users('" + USER + "')/mailFolders('inbox')/messages, MAIL",
    "Users/" + USER + "/Events/AAMk, CALENDAR",
    "users/bob@town.example/chats/getAllMessages, CHAT"
  })
  void a_basic_notification_becomes_a_contact_and_nothing_else_of_it_is_kept(
      String resource, Channel channel) throws IOException {
    String marked = ",\"subject\":\"" + MARKER + "\"}";
    assertEquals(TAKEN, call(notification(STATE, "created", resource, marked)));
    Incoming.Contact contact = (Incoming.Contact) town.counted.get(0);
    assertEquals("off-bob", contact.person().value());
    assertEquals(channel, contact.contactClass().channel());
    assertFalse(contact.ref().toString().contains("AAMk"), "an id of Graph names the mailbox");
    assertFalse(contact.toString().contains(MARKER));
    assertEquals(new Standing.Up("/api/v1/graph/notifications"), door.standing());
  }

  @ParameterizedTest
  @CsvSource({
    "updated, Users/" + USER + "/Messages/AAMk",
    "created, Users/somebody-else/Messages/AAMk",
    "created, Users/" + USER + "/contacts/AAMk",
    "created, groups/1/conversations"
  })
  void what_is_no_contact_of_somebody_here_is_none_of_our_business(String change, String resource)
      throws IOException {
    assertEquals(TAKEN, call(notification(STATE, change, resource, "")));
    assertEquals(List.of(), town.counted);
  }

  @Test
  void another_client_state_is_a_strangers_and_nothing_counts() throws IOException {
    String good = notification(STATE, "created", "Users/" + USER + "/Messages/A", "");
    String bad = notification("guessed", "created", "Users/" + USER + "/Messages/A", "");
    String both =
        good.stripTrailing().replaceFirst("]}$", ",")
            + bad.strip().replaceFirst("^\\{\"value\":\\[", "");
    for (String body : List.of(bad, both, bad.replace("clientState", "clientstate")))
      assertEquals(new GraphNotified.Stranger(), call(body), body);
    assertEquals(List.of(), town.counted);
    assertEquals(Optional.empty(), door.lastEvent());
  }

  @Test
  void content_is_refused_and_the_operator_is_told() throws IOException {
    String rich =
        notification(
            STATE,
            "created",
            "Users/" + USER + "/Messages/A",
            "},\"encryptedContent\":{\"data\":\"" + MARKER + "\",\"dataKey\":\"x\"}");
    GraphNotified.Refused refused = (GraphNotified.Refused) call(rich);
    assertEquals("/value/0/encryptedContent", refused.pointer());
    assertTrue(refused.sentence().en().contains("includeResourceData"));
    assertEquals(List.of(), town.counted);
    assertEquals(
        new Standing.Down("/api/v1/graph/notifications", Standing.Trouble.CONTENT_REFUSED),
        door.standing());
    call(notification(STATE, "created", "Users/" + USER + "/Messages/A", ""));
    assertEquals(new Standing.Up("/api/v1/graph/notifications"), door.standing());
  }

  private static String lifecycle(String event, String id) {
    return "{\"value\":[{\"subscriptionId\":\"%s\",\"clientState\":\"%s\",\"lifecycleEvent\":\"%s\",\"tenantId\":\"t\"}]}"
        .formatted(id, STATE, event);
  }

  @Test
  void a_subscription_that_ended_is_the_operators_to_make_again() throws IOException {
    assertEquals(TAKEN, call(lifecycle("subscriptionRemoved", "x")));
    assertEquals(
        new Standing.Down("/api/v1/graph/notifications", Standing.Trouble.SUBSCRIPTION_ENDED),
        door.standing());
    assertEquals(TAKEN, call(lifecycle("missed", "x")));
  }

  @Test
  void what_ends_soon_is_renewed_and_so_is_what_graph_asks_for() throws Exception {
    call(lifecycle("reauthorizationRequired", "later"));
    subscriptions.start();
    for (int tries = 0; graph.asked.size() < 4 && tries < 100; tries++) Thread.sleep(50);
    assertEquals(
        List.of(
            "POST /token",
            "GET /v1.0/subscriptions",
            "PATCH /v1.0/subscriptions/soon",
            "PATCH /v1.0/subscriptions/later"),
        graph.asked.stream().limit(4).map(a -> a.method() + " " + a.path()).toList());
    assertTrue(
        graph.asked.get(0).text().startsWith("grant_type=client_credentials&client_id=app&"));
    assertEquals("Bearer graph-token", graph.asked.get(2).header("Authorization"));
    Instant until = Town.NOW.plus(Duration.ofDays(2));
    assertEquals("{\"expirationDateTime\":\"" + until + "\"}", graph.asked.get(2).text());
  }
}
