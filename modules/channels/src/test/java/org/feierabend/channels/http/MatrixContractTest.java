package org.feierabend.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.feierabend.channels.matrix.MatrixDoor;
import org.feierabend.channels.matrix.MatrixNotified;
import org.feierabend.channels.matrix.MatrixSettings;
import org.feierabend.contact.PersonId;
import org.feierabend.door.Standing;
import org.feierabend.intake.Asking;
import org.feierabend.people.Addresses;
import org.feierabend.people.Employer;
import org.feierabend.push.HeldPush;
import org.feierabend.push.HeldPushes;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pushes as the Matrix Push Gateway API spells them, and a gateway written for this test behind us
 * on loopback. That pushes outlive a restart of the server is HeldPushesTest's.
 */
class MatrixContractTest {
  private static final String MARKER = "marker-99d2";

  private final Town town = new Town("ann", "off-bob", "away-cem");
  private final Rows rows = new Rows();
  private Loopback.Told told = new Loopback.Told(200, "{\"rejected\":[]}");
  private Loopback gateway;
  private MatrixDoor door;

  /** The rows of a database, in order. */
  private static final class Rows implements HeldPushes {
    private final List<HeldPush> all = new ArrayList<>();

    @Override
    public void hold(Employer employer, HeldPush push, byte[] event) {
      all.removeIf(p -> Arrays.equals(p.device(), push.device()));
      all.add(push);
    }

    @Override
    public List<HeldPush> due(Employer employer, Instant now, int limit) {
      return all.stream().filter(p -> !p.until().isAfter(now)).toList();
    }

    @Override
    public int of(Employer employer, long person) {
      return all.size();
    }

    @Override
    public void later(Employer employer, HeldPush push) {
      hold(employer, push, new byte[0]);
    }

    @Override
    public void done(Employer employer, HeldPush push) {
      all.removeIf(p -> Arrays.equals(p.device(), push.device()));
    }
  }

  @BeforeEach
  void open() {
    gateway = new Loopback(asked -> told);
    for (String id : List.of("ann", "off-bob", "away-cem"))
      town.known(id, new Addresses(Optional.empty(), List.of(), List.of(id + "@town.example")));
    door = door(Town.NOW);
  }

  private MatrixDoor door(Instant now) {
    return new MatrixDoor(
        Optional.of(
            new MatrixSettings(
                Town.EMPLOYER.id(),
                gateway.at("/_matrix/push/v1/notify"),
                Optional.of("gateway-token"))),
        town,
        of -> new Asking(of, town, town, (e, p, at) -> p.facts()),
        town,
        rows,
        employer -> now,
        Executors.defaultThreadFactory());
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  private static String device(String key, String owner, String format) {
    return "{\"app_id\":\"org.example.app\",\"pushkey\":\"%s\",\"pushkey_ts\":12345678,\"data\":{\"format\":\"%s\",\"feierabend\":\"%s@town.example\",\"brand\":\"x\"},\"tweaks\":{\"sound\":\"bing\"}}"
        .formatted(key, format, owner);
  }

  private MatrixNotified push(String event, String... devices) throws IOException {
    String body =
        "{\"notification\":{\"event_id\":\"%s\",\"room_id\":\"!r:town.example\",\"type\":\"m.room.message\",\"sender\":\"@%s:town.example\",\"sender_display_name\":\"%s\",\"room_name\":\"%s\",\"prio\":\"high\",\"content\":{\"msgtype\":\"m.text\",\"body\":\"%s\"},\"counts\":{\"unread\":2},\"devices\":[%s]}}"
            .formatted(event, MARKER, MARKER, MARKER, MARKER, String.join(",", devices));
    return door.notified(
        Town.EMPLOYER, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whoever_is_reachable_is_pushed_to_at_once_and_what_the_gateway_rejects_is_rejected()
      throws IOException {
    told = new Loopback.Told(200, "{\"rejected\":[\"k1\"]}");
    assertEquals(
        new MatrixNotified.Taken(List.of("k1")), push("$1", device("k1", "ann", "event_id_only")));
    Loopback.Asked asked = gateway.asked.get(0);
    assertEquals("Bearer gateway-token", asked.header("Authorization"));
    assertEquals(
        "{\"notification\":{\"event_id\":\"$1\",\"room_id\":\"!r:town.example\",\"prio\":\"high\",\"counts\":{\"unread\":2},\"devices\":[{\"app_id\":\"org.example.app\",\"pushkey\":\"k1\",\"pushkey_ts\":12345678,\"data\":{\"format\":\"event_id_only\",\"brand\":\"x\"},\"tweaks\":{\"sound\":\"bing\"}}]}}",
        asked.text(),
        "ids, counts, devices; not whose they are");
    assertFalse(asked.text().contains(MARKER));
    assertEquals(1, town.counted.size());
    assertEquals("urn:matrix", town.counted.get(0).ref().source());
  }

  @Test
  void whoever_rests_is_pushed_to_once_when_their_window_opens_and_is_never_rejected()
      throws Exception {
    for (String event : List.of("$1", "$2", "$3"))
      assertEquals(
          new MatrixNotified.Taken(List.of()),
          push(
              event,
              device("k1", "off-bob", "event_id_only"),
              device("k2", "off-bob", "event_id_only")));
    assertEquals(List.of(), gateway.asked);
    assertEquals(3, town.counted.size(), "once for an event, not for a device");
    assertFalse(rows.all.toString().contains("k1"));
    assertEquals(2, rows.all.size());
    assertFalse(rows.all.get(0).notification().contains("off-bob"));
    MatrixDoor restarted = door(Town.TOMORROW.minusSeconds(1));
    restarted.start();
    Thread.sleep(200);
    assertEquals(List.of(), gateway.asked);
    restarted.close();
    for (HeldPush push : List.copyOf(rows.all)) rows.later(Town.EMPLOYER, push.until(Town.NOW));
    MatrixDoor stillResting = door(Town.NOW);
    stillResting.start();
    for (int i = 0; !rows.due(Town.EMPLOYER, Town.NOW, 9).isEmpty() && i < 100; i++)
      Thread.sleep(20);
    stillResting.close();
    assertEquals(List.of(), gateway.asked, "whoever rests after all is left alone");
    assertEquals(Town.TOMORROW, rows.all.get(0).until());
    town.replaceFacts(
        Town.EMPLOYER, new PersonId("off-bob"), PersonFacts.ordinary(Town.BERLIN, "back"), 1);
    MatrixDoor opened = door(Town.TOMORROW);
    opened.start();
    for (int i = 0; !rows.all.isEmpty() && i < 250; i++) Thread.sleep(20);
    opened.close();
    assertEquals(2, gateway.asked.size(), "one for each device");
    for (Loopback.Asked asked : gateway.asked)
      assertTrue(
          asked.text().contains("\"event_id\":\"$3\"") && asked.text().contains("\"unread\":2"),
          asked.text());
  }

  @Test
  void whoever_has_a_deputy_or_is_unknown_to_us_is_theirs_to_decide() throws IOException {
    push("$1", device("k1", "away-cem", "event_id_only"));
    assertEquals(List.of(), gateway.asked, "routed: no sound here");
    assertEquals(List.of(), rows.all);
    push("$2", device("k2", "stranger", "event_id_only"));
    assertEquals(1, gateway.asked.size(), "none of our business");
    push("", device("k3", "off-bob", "event_id_only"));
    assertEquals(2, gateway.asked.size(), "only the counts changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "full"})
  void content_is_refused_with_a_hint_and_the_operator_is_told(String format) throws IOException {
    MatrixNotified.Refused refused =
        (MatrixNotified.Refused)
            push("$1", device("k", "ann", "event_id_only"), device("k1", "ann", format));
    assertEquals("/notification/devices/1/data/format", refused.pointer());
    assertTrue(refused.sentence().en().contains("\"format\": \"event_id_only\""));
    assertEquals(List.of(), gateway.asked);
    assertEquals(List.of(), town.counted);
    assertEquals(Standing.Trouble.CONTENT_REFUSED, ((Standing.Down) door.standing()).trouble());
    push("$1", device("k1", "ann", "event_id_only"));
    assertTrue(door.standing() instanceof Standing.Up);
  }

  @Test
  void a_gateway_that_is_away_is_the_homeservers_to_repeat() throws IOException {
    told = new Loopback.Told(503, "");
    assertEquals(
        new MatrixNotified.GatewayAway(), push("$1", device("k1", "ann", "event_id_only")));
  }
}
