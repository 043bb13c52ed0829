package org.feierabend.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.feierabend.channels.events.EventReader;
import org.feierabend.channels.events.SampleRules;
import org.feierabend.channels.webhook.Received;
import org.feierabend.channels.webhook.Source;
import org.feierabend.channels.webhook.WebhookDoor;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.door.Standing;
import org.feierabend.intake.DeadLetters.DeadLetter;
import org.feierabend.intake.Incoming;
import org.feierabend.people.Addresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of a contract: what is sent here is as the sender's documentation shows it. */
class WebhooksTest {
  private static final String SECRET = "a-secret-of-its-own";
  private static final String MARKER = "marker-77b1";
  private static final String ZAMMAD =
      """
      {"ticket":{"id":81,"title":"marker-77b1-title","state":"open","priority":{"id":2,"name":"%s","note":"marker-77b1"},
        "owner":{"email":"%s","firstname":"marker-77b1"},"customer":{"note":"marker-77b1","lastname":"Adams"}},
       "article":{"id":104,"sender":"%s","body":"marker-77b1 <div>\\u0022</div>","subject":"marker-77b1","created_at":"%s",
        "attachments":[{"filename":"marker-77b1.pdf"}],"created_by":{"email":"emily@example.com"}}}
      """;

  private final Town town = new Town("ann", "off-bob");
  private final List<DeadLetter> letters = new ArrayList<>();

  @TempDir Path folder;

  private WebhookDoor door(Path mappings, String name) {
    return new WebhookDoor(
        Optional.of(Town.EMPLOYER.id()),
        List.of(Source.read(mappings, name, SECRET)),
        false,
        town,
        new EventReader(new SampleRules()),
        town,
        letters::addAll,
        employer -> Town.NOW);
  }

  private static Path shipped() {
    return Path.of(System.getProperty("feierabend.home"), "config/webhooks");
  }

  private static Received send(WebhookDoor door, String name, Map<String, String> head, String body)
      throws IOException {
    return door.receive(name, head::get, new ByteArrayInputStream(bytes(body)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] signed(String algorithm, String... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(bytes(SECRET), algorithm));
      for (String part : parts) mac.update(bytes(part));
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> zammad(String delivery, String body) {
    Map<String, String> head = new HashMap<>();
    head.put("X-Zammad-Delivery", delivery);
    head.put("X-Hub-Signature", "sha1=" + HexFormat.of().formatHex(signed("HmacSHA1", body)));
    return head;
  }

  private Received fromZammad(String priority, String owner, String sender, String at)
      throws IOException {
    String body = ZAMMAD.formatted(priority, owner, sender, at);
    return send(door(shipped(), "zammad"), "zammad", zammad("d-1", body), body);
  }

  @Test
  void the_shipped_mapping_makes_a_contact_of_a_ticket_and_drops_everything_else()
      throws IOException {
    town.known("off-bob", new Addresses(Optional.empty(), List.of("bob@town.example"), List.of()));
    Received received =
        fromZammad("3 high", "Bob@town.example", "Customer", "2026-09-15T17:29:00.282Z");
    assertInstanceOf(Received.Taken.class, received);
    Incoming.Contact contact = (Incoming.Contact) town.counted.get(0);
    assertEquals("off-bob", contact.person().value());
    ContactClass seen = contact.contactClass();
    assertEquals(Sender.CITIZEN, seen.sender());
    assertEquals(Urgency.URGENT, seen.urgency());
    assertEquals("urn:webhook:zammad", contact.ref().source());
    assertEquals("d-1", contact.ref().id());
    assertFalse(contact.toString().contains(MARKER));
  }

  @Test
  void what_no_event_is_meant_for_is_counted_nowhere() throws IOException {
    assertInstanceOf(
        Received.NotMeant.class,
        fromZammad("2 normal", "x@town.example", "System", "2026-09-15T17:29:00Z"));
    assertEquals(List.of(), town.counted);
    assertEquals(List.of(), letters);
  }

  @Test
  void an_address_nobody_has_is_an_id_nobody_has() throws IOException {
    fromZammad("2 normal", "stranger@town.example", "Agent", "2026-09-15T17:29:00Z");
    String id = town.counted.get(0).person().value();
    assertTrue(id.startsWith("unknown:"), id);
    assertFalse(id.contains("stranger"), id);
  }

  @Test
  void a_mistake_is_named_by_pointer_and_value_and_its_dead_letter_has_no_value()
      throws IOException {
    Received.NotUnderstood wrong =
        (Received.NotUnderstood) fromZammad("2 normal", "a@b.example", "Agent", "gestern");
    assertEquals("/article/created_at", wrong.pointer());
    assertTrue(
        wrong.sentence().en().startsWith("\"gestern\" does not fit /time."), wrong.toString());
    assertTrue(wrong.sentence().de().startsWith("„gestern“ passt nicht in /time."));
    assertEquals(
        List.of(new DeadLetter("envelope", "webhook", -1, -1, "zammad /article/created_at")),
        letters);
  }

  @ParameterizedTest
  @CsvSource({"sha1=00, 401", "'', 401", "right, 202"})
  void who_does_not_sign_is_a_stranger_and_leaves_no_letter(String signature, int status)
      throws IOException {
    WebhookDoor door = door(shipped(), "zammad");
    for (String body : List.of(ZAMMAD.formatted("1", "a@b.c", "Agent", "x"), "no json", "{}")) {
      Map<String, String> head = zammad("d", body);
      if (!signature.equals("right")) head.put("X-Hub-Signature", signature);
      boolean stranger = send(door, "zammad", head, body) instanceof Received.Unproven;
      assertEquals(status == 401, stranger, body);
    }
    assertEquals(status == 401, letters.isEmpty());
    assertEquals(status == 401, door.lastEvent().isEmpty());
  }

  @Test
  void too_much_is_too_much_and_an_unknown_source_is_none() throws IOException {
    String large = "{\"a\":\"" + "x".repeat(EventReader.MAX_BYTES) + "\"}";
    WebhookDoor door = door(shipped(), "zammad");
    assertInstanceOf(Received.TooLong.class, send(door, "zammad", zammad("d", large), large));
    assertInstanceOf(Received.NoSuchSource.class, send(door, "other", Map.of(), "{}"));
  }

  private static final String TALK =
      """
      credentials: { kind: hmac, header: X-Nextcloud-Talk-Signature, salt: X-Nextcloud-Talk-Random }
      delivery: { pointer: /object/id }
      events:
        - when: { /type: Create }
          event: contact
          time: { pointer: /published, as: %s }
          data:
            recipient: { pointer: /to/0 }
            sender_role: { pointer: /actor/type, map: { Person: COLLEAGUE, Application: SYSTEM } }
            channel: { constant: CHAT }
      """;

  private Received talk(String as, String published, String actor) throws IOException {
    Files.writeString(folder.resolve("talk.yaml"), TALK.formatted(as));
    String body =
        "{\"type\":\"Create\",\"published\":%s,\"actor\":{\"type\":\"%s\"},\"to\":[\"ann\"],\"object\":{\"id\":1567,\"content\":\"%s\"}}"
            .formatted(published, actor, MARKER);
    Map<String, String> head =
        Map.of(
            "X-Nextcloud-Talk-Random",
            "salt",
            "X-Nextcloud-Talk-Signature",
            HexFormat.of().formatHex(signed("HmacSHA256", "salt", body)));
    return send(door(folder, "talk"), "talk", head, body);
  }

  @ParameterizedTest
  @CsvSource({
    "seconds, 1789493340",
    "milliseconds, 1789493340000",
    "plain, '\"2026-09-15T17:29:00Z\"'"
  })
  void instants_come_in_the_forms_systems_have(String as, String published) throws IOException {
    assertInstanceOf(Received.Taken.class, talk(as, published, "Person"));
    assertEquals("2026-09-15T17:29:00Z", town.counted.get(0).at().toString());
    assertEquals("1567", town.counted.get(0).ref().id());
  }

  @Test
  void a_word_the_map_does_not_know_is_named_with_those_it_knows() throws IOException {
    Received.NotUnderstood wrong = (Received.NotUnderstood) talk("seconds", "1789493340", "Bot");
    assertEquals("/actor/type", wrong.pointer());
    assertEquals(
        "\"Bot\" is not in the map; known are: Application, Person. Add it, or an \"otherwise\".",
        wrong.sentence().en());
    assertEquals("talk /actor/type", letters.get(0).rule());
  }

  @Test
  void a_secret_that_is_sent_is_as_good_as_a_signature() throws IOException {
    Files.writeString(
        folder.resolve("plain.yaml"),
        """
        credentials: { kind: bearer }
        delivery: { header: X-Id }
        events:
          - event: work
            data: { person: { pointer: /p }, change: { constant: END }, telework: { pointer: /home } }
        """);
    WebhookDoor door = door(folder, "plain");
    Map<String, String> head =
        new HashMap<>(Map.of("Authorization", "Bearer " + SECRET, "X-Id", "1"));
    assertInstanceOf(
        Received.Taken.class, send(door, "plain", head, "{\"p\":\"ann\",\"home\":true}"));
    assertTrue(((Incoming.Work) town.counted.get(0)).telework());
    head.remove("X-Id");
    assertEquals(
        "X-Id", ((Received.NotUnderstood) send(door, "plain", head, "{\"p\":\"ann\"}")).pointer());
    head.put("Authorization", "Bearer " + Base64.getEncoder().encodeToString(bytes(SECRET)));
    assertInstanceOf(Received.Unproven.class, send(door, "plain", head, "{\"p\":\"ann\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "channel: { constant: CHAT }|channel: { constant: CHAT, pointer: /x }|/events/0/data/channel",
        "channel: { constant: CHAT }|subject: { pointer: /text }|/events/0/data/subject: org.feierabend.contact.v1 has no such field",
        "channel: { constant: CHAT }|duty: { constant: X }|needs the field channel",
        "event: contact|event: clock|/events/0/event",
        "pointer: /to/0|pointer: to|/events/0/data/recipient",
        "kind: hmac|kind: basic|/credentials/kind",
        "delivery: { pointer: /object/id }|delivery: {}|/delivery",
        "events:|event:|events"
      })
  void a_mapping_file_with_a_mistake_is_refused_with_its_place(
      String good, String bad, String place) throws IOException {
    String right = TALK.formatted("seconds");
    assertTrue(right.contains(good));
    Files.writeString(folder.resolve("talk.yaml"), right.replace(good, bad));
    String said =
        assertThrows(IllegalArgumentException.class, () -> Source.read(folder, "talk", SECRET))
            .getMessage();
    assertTrue(said.startsWith("talk.yaml: ") && said.contains(place), said);
  }

  @Test
  void the_door_tells_whether_it_is_open() {
    WebhookDoor off =
        new WebhookDoor(
            Optional.empty(),
            List.of(),
            false,
            town,
            new EventReader(new SampleRules()),
            town,
            letters::addAll,
            employer -> Town.NOW);
    assertEquals(new Standing.Off(), off.standing());
    assertEquals(new Standing.Up("/api/v1/webhooks/zammad"), door(shipped(), "zammad").standing());
    assertEquals(Optional.of(new EmployerId("town")), door(shipped(), "zammad").employer());
  }
}
