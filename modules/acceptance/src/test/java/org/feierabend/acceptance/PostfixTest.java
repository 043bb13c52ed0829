package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Debian's own Postfix, set up as the guide says, asks and does what it is told. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostfixTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration AT_ONCE = Duration.ofSeconds(15);
  private static final Duration REST = Duration.ofSeconds(60);
  private static final String MAIL = "From: a\nTo: b\nSubject: %s\n\nHello.\n";

  private static MailTown town;
  private static Postfix postfix;
  private static Instant windowStarts;

  @BeforeAll
  static void startBoth() throws Exception {
    Postfix.demand();
    town = MailTown.start("postfix", Map.of());
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    windowStarts = now.plus(REST);
    town.person("awake", now.minusSeconds(3_600))
        .person("too", now.minusSeconds(3_600))
        .person("resting", windowStarts)
        .person("tomorrow", now.plus(Duration.ofHours(14)))
        .found("p0");
    postfix =
        Postfix.plain(
            "mx",
            RunningInstance.freePorts(),
            List.of("awake", "too", "resting", "tomorrow", "nobody-of-ours"));
    Shell.Ended before =
        town.instance.feierabend(
            "connect", "postfix", "--check", "--config", postfix.config().toString());
    assertEquals(1, before.status(), before.output());
    assertTrue(before.output().contains("split_destination_recipient_limit"), before.output());
    postfix.connect(town.instance).start();
    postfix.startAgent(town.instance);
  }

  @AfterAll
  static void stopBoth() {
    if (postfix != null) postfix.close();
    if (town != null) town.close();
  }

  @Test
  @Order(1)
  void two_of_three_get_it_at_once_and_the_third_at_window_start_though_the_engine_was_killed()
      throws Exception {
    Instant sent = Instant.now();
    Smtp.send(
        postfix.port(),
        MailTown.address("awake"),
        List.of(MailTown.address("awake"), MailTown.address("too"), MailTown.address("resting")),
        MAIL.formatted("three"));
    Await.until(
        "two to get it: " + postfix.queue(),
        AT_ONCE,
        () -> postfix.files("awake").size() == 1 && postfix.files("too").size() == 1);
    Await.until("the third to wait", AT_ONCE, () -> postfix.queue().contains("resting (ticket "));
    assertEquals(0, postfix.files("resting").size());
    assertTrue(
        sent.isBefore(windowStarts), "the machine was too slow for this test to say anything");
    long pid = town.instance.serverPid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    Await.until("another server", PATIENCE, () -> town.instance.serverPid() != pid);
    town.instance.awaitReady();
    Await.until("the third to get it", PATIENCE, () -> postfix.files("resting").size() == 1);
    assertFalse(postfix.arrival("resting").isBefore(windowStarts), "not before the window starts");
    Await.until("nothing to wait", AT_ONCE, () -> postfix.queue().isBlank());
    assertEquals(1, postfix.files("resting").size());
    assertEquals(1, postfix.files("awake").size());
  }

  @Test
  @Order(2)
  void a_citizen_is_never_held_and_lands_without_a_sound() throws Exception {
    town.instance.awaitReady(); // it was killed a moment ago
    // what Postfix still asks over a connection of before has its default for an answer
    for (int tries = 0; tries < 5; tries++) {
      postfix.empty();
      Smtp.send(
          postfix.port(),
          "citizen@elsewhere.example",
          List.of(MailTown.address("tomorrow"), "nobody-of-ours@" + Postfix.DOMAIN),
          MAIL.formatted("citizen"));
      Await.until(
          "both to arrive",
          AT_ONCE,
          () ->
              postfix.files("tomorrow").size() == 1 && postfix.files("nobody-of-ours").size() == 1);
      if (postfix.mails("tomorrow").get(0).contains("X-Reachability")) break;
    }
    assertTrue(postfix.mails("tomorrow").get(0).contains("X-Reachability: silent"));
    assertFalse(postfix.mails("nobody-of-ours").get(0).contains("X-Reachability"));
  }

  @Test
  @Order(3)
  void what_was_entered_is_found_complete_and_one_missing_line_is_named() throws Exception {
    Shell.Ended whole = check();
    assertEquals(0, whole.status(), whole.output());
    postfix.replace(
        "master.cf", "-o smtpd_policy_service_try_limit=1", "-o smtpd_hard_error_limit=9");
    Shell.Ended without = check();
    assertEquals(1, without.status(), without.output());
    assertTrue(without.output().contains("smtpd_policy_service_try_limit = 1"), without.output());
    postfix.replace(
        "master.cf", "-o smtpd_hard_error_limit=9", "-o smtpd_policy_service_try_limit=1");
  }

  private static Shell.Ended check() {
    return town.instance.feierabend(
        "connect", "postfix", "--check", "--config", postfix.config().toString());
  }

  @Test
  @Order(4)
  void the_operators_page_tells_the_truth_while_postfix_stops_and_starts() throws Exception {
    String password =
        town.instance
            .feierabend("account", "add", "ops", "--role", "operator", "--language", "en")
            .requireSuccess()
            .output()
            .replaceAll("(?s).*once: (\\S+).*", "$1");
    try (Browser page = Browser.open(town.instance.http() + "/", "en", 1200)) {
      page.logIn("ops", password);
      page.see("tr[data-door=mail][data-state=up]");
      page.read("delivers at once");
      postfix.stop();
      page.see("tr[data-door=mail][data-state=down]");
      page.read("The other server does not answer");
      postfix.start();
      page.see("tr[data-door=mail][data-state=up]");
      assertEquals(List.of(), page.complaints());
    }
  }

  @Test
  @Order(5)
  void while_the_engine_is_away_the_signed_policy_delivers() throws Exception {
    postfix.empty();
    town.instance.close();
    Smtp.send(
        postfix.port(),
        MailTown.address("awake"),
        List.of(MailTown.address("tomorrow")),
        MAIL.formatted("away"));
    Await.until("it to arrive", AT_ONCE, () -> postfix.files("tomorrow").size() == 1);
    assertFalse(postfix.mails("tomorrow").get(0).contains("X-Reachability"));
  }
}
