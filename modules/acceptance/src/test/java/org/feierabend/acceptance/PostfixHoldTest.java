package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Debian's own Postfix with its hold queue, with receipts for citizens, and with a wire between it
 * and the engine that keeps every byte. It is night, and the policy delivers while the engine is
 * away.
 */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ResourceLock(RunningInstance.SHARED)
class PostfixHoldTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration AT_ONCE = Duration.ofSeconds(20);
  private static final Duration REST = Duration.ofSeconds(110); // of which one minute is too short
  private static final String MAIL = "From: a\nTo: b\nSubject: test\n%s\nHello.\n";
  private static final String ADMINISTRATORS = "stopped@elsewhere.example";

  private static MailTown town;
  private static Postfix postfix;
  private static Wire wire;
  private static int machinesPort;
  private static Instant windowStarts;

  @BeforeAll
  static void startBoth() throws Exception {
    Postfix.demand();
    int ports = RunningInstance.freePorts();
    machinesPort = ports + 2;
    int front = ports + 3;
    town =
        MailTown.start(
            "hold",
            ports,
            Map.of(
                "FEIERABEND_MAIL_MODE", "hold",
                "FEIERABEND_MAIL_RECEIPTS", "true",
                "FEIERABEND_SMTP_HOST", "127.0.0.1",
                "FEIERABEND_SMTP_PORT", Integer.toString(front),
                "FEIERABEND_SMTP_STARTTLS", "false",
                "FEIERABEND_SMTP_FROM", MailTown.address("receipts")));
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    windowStarts = now.plus(REST);
    town.person("awake", now.minusSeconds(3_600))
        .person("resting", windowStarts)
        .person("tomorrow", now.plus(Duration.ofHours(14)))
        .whereItIsNight()
        .found("p0");
    int wires = RunningInstance.freePorts();
    wire = Wire.between(wires, town.policyPort);
    Path checks =
        Path.of(System.getProperty("feierabend.home"), "config/postfix/feierabend_header_checks");
    postfix =
        Postfix.plain("hold", front, List.of("awake", "resting", "tomorrow", "citizen", "machine"))
            .connect(town.instance)
            .replace("master.cf", "inet:127.0.0.1:" + town.policyPort, "inet:127.0.0.1:" + wires)
            .append(
                "feierabend_header_checks",
                Files.readString(checks).replace("10027", Integer.toString(machinesPort)))
            .append(
                "main.cf",
                "smtpd_sender_restrictions = check_sender_access inline:{%s=HOLD}%n"
                    .formatted(ADMINISTRATORS))
            .start()
            .startAgent(town.instance, Map.of("FEIERABEND_MODE", "hold"));
  }

  @AfterAll
  static void stopAll() throws Exception {
    if (postfix != null) postfix.close();
    if (wire != null) wire.close();
    if (town != null) town.close();
  }

  private static void send(String from, String to, String headers) throws Exception {
    Smtp.send(postfix.port(), from, List.of(MailTown.address(to)), MAIL.formatted(headers));
  }

  @Test
  @Order(1)
  void what_is_held_is_in_the_hold_queue_beside_what_the_administrator_put_there()
      throws Exception {
    send(MailTown.address("awake"), "resting", "");
    send(ADMINISTRATORS, "awake", "");
    assertTrue(
        Instant.now().isBefore(windowStarts.minusSeconds(60)),
        "the machine was too slow for this test to say anything");
    Await.until("both to be held: " + postfix.queue(), AT_ONCE, () -> heldByPostfix() == 2);
    assertFalse(postfix.queue().contains("ticket"), "no refusal is needed for it");
    assertEquals(1, town.held());
  }

  private static int heldByPostfix() {
    return postfix.queue().split("\"queue_name\": \"hold\"", -1).length - 1;
  }

  @Test
  @Order(2)
  void a_citizen_who_writes_at_night_gets_a_receipt_and_a_machine_gets_none() throws Exception {
    send(MailTown.address("machine"), "tomorrow", "Auto-Submitted: auto-generated\n");
    send(MailTown.address("citizen"), "tomorrow", "");
    Await.until("both to arrive", AT_ONCE, () -> postfix.files("tomorrow").size() == 2);
    for (String mail : postfix.mails("tomorrow"))
      assertTrue(mail.contains("X-Reachability: silent"), mail);
    Await.until("the receipt", AT_ONCE, () -> postfix.files("citizen").size() == 1);
    String receipt = postfix.mails("citizen").get(0);
    assertTrue(receipt.contains("Auto-Submitted: auto-replied"), receipt);
    assertTrue(receipt.contains("A deadline that runs up to that moment is kept."), receipt);
    assertFalse(receipt.contains("tomorrow"), "nobody is named: " + receipt);
    String log = postfix.log();
    assertTrue(log.contains("relay=127.0.0.1[127.0.0.1]:" + machinesPort), log);
    assertTrue(has(wire.crossed(), ":auto\n"), "the hop for machines says so");
    // what a machine wrote is why it got none: as a person it is answered
    assertEquals(0, postfix.files("machine").size());
    send(MailTown.address("machine"), "tomorrow", "");
    Await.until("its receipt", AT_ONCE, () -> postfix.files("machine").size() == 1);
    assertEquals(1, postfix.files("citizen").size(), "and nobody a second one");
  }

  @Test
  @Order(3)
  void no_content_of_a_mail_reaches_the_engine_and_the_search_would_have_found_it()
      throws Exception {
    MailMarkers markers = new MailMarkers(town.instance);
    postfix.empty();
    Smtp.send(
        postfix.port(),
        MailTown.address("awake"),
        List.of(MailTown.address("awake"), MailTown.address("tomorrow")),
        markers.mail());
    Await.until("one to arrive", AT_ONCE, () -> postfix.files("awake").size() == 1);
    Await.until("one to be held", AT_ONCE, () -> heldByPostfix() >= 2);
    for (String place : MailMarkers.PLACES) {
      String marker = markers.in(place);
      assertTrue(postfix.mails("awake").get(0).contains(marker), "the mail itself is whole");
      assertFalse(has(wire.crossed(), marker), place + " crossed to the engine");
    }
    assertTrue(has(wire.crossed(), MailTown.address("tomorrow")), "the envelope crossed");
    markers.areNowhereInTheEngine(MailTown.address("tomorrow"));
    UnaryOperator<byte[]> careless = bytes -> beforeEnd(bytes, markers.careless());
    wire.changing(careless);
    postfix.empty();
    send(MailTown.address("citizen"), "awake", "");
    Await.until("it to arrive", AT_ONCE, () -> postfix.files("awake").size() == 1);
    wire.changing(bytes -> bytes);
    for (String place : List.of("subject", "body"))
      assertTrue(has(wire.crossed(), markers.in(place)), "with stripping off the wire shows it");
    markers.areFoundWherePlanted();
  }

  private static byte[] beforeEnd(byte[] bytes, String more) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return (text.endsWith("\n\n") ? text.substring(0, text.length() - 1) + more + "\n" : text)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean has(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
  }

  @Test
  @Order(4)
  void at_window_start_the_held_mail_goes_on_and_the_administrators_stays() throws Exception {
    Await.until("it to arrive", PATIENCE, () -> postfix.files("resting").size() == 1);
    assertFalse(postfix.arrival("resting").isBefore(windowStarts), "not before the window starts");
    assertFalse(postfix.queue().contains(MailTown.address("resting")), postfix.queue());
    assertTrue(postfix.queue().contains(ADMINISTRATORS), "what we do not hold we do not let go");
  }

  @Test
  @Order(5)
  void while_the_engine_is_away_the_signed_policy_delivers() throws Exception {
    postfix.empty();
    town.instance.close();
    send(MailTown.address("awake"), "tomorrow", "");
    Await.until("it to arrive", PATIENCE, () -> postfix.files("tomorrow").size() == 1);
    assertFalse(postfix.mails("tomorrow").get(0).contains("X-Reachability"));
  }
}
