package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Debian's own Postfix, set up as the guide says, asks and does what it is told. The policy lets
 * mail wait while the engine is away.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ResourceLock(RunningInstance.SHARED)
class PostfixTest {
  private static final boolean ALL = Boolean.getBoolean("feierabend.all");
  private static final Duration PATIENCE = Duration.ofMinutes(ALL ? 25 : 3);
  private static final Duration AT_ONCE = Duration.ofSeconds(20);
  private static final Duration REST = ALL ? Duration.ofMinutes(6) : Duration.ofSeconds(90);
  private static final int EACH = (ALL ? 10_000 : 200) / 8; // two waves to four people
  private static final String MAIL = "From: a\nTo: b\nSubject: %s\n\nHello.\n";

  private static MailTown town;
  private static Postfix postfix;
  private static String password;
  private static Instant windowStarts;

  @BeforeAll
  static void startBoth() throws Exception {
    Postfix.demand();
    town = MailTown.start("postfix");
    password = town.operatorsPassword();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    windowStarts = now.plus(REST);
    List<String> boxes = new ArrayList<>(MailLoad.everybody());
    boxes.addAll(List.of("awake", "too", "resting", "tomorrow", "nobody-of-ours"));
    for (String name : boxes)
      if (name.equals("tomorrow")) town.person(name, now.plus(Duration.ofHours(14)));
      else if (name.startsWith("rest")) town.person(name, windowStarts);
      else if (!name.startsWith("nobody")) town.person(name, now.minusSeconds(3_600));
    town.found("careful");
    postfix = Postfix.plain("mx", RunningInstance.freePorts(), boxes);
    Shell.Ended before =
        town.instance.feierabend(
            "connect", "postfix", "--check", "--config", postfix.config().toString());
    assertEquals(1, before.status(), before.output());
    assertTrue(before.output().contains("split_destination_recipient_limit"), before.output());
    postfix.connect(town.instance).start().startAgent(town.instance);
  }

  @AfterAll
  static void stopBoth() {
    if (postfix != null) postfix.close();
    if (town != null) town.close();
  }

  @Test
  @Order(1)
  void two_of_three_get_it_at_once_and_the_third_waits_as_one_mail_though_it_is_flushed()
      throws Exception {
    Smtp.send(
        postfix.port(),
        MailTown.address("awake"),
        List.of(MailTown.address("awake"), MailTown.address("too"), MailTown.address("resting")),
        MAIL.formatted("three"));
    Await.until(
        "two to get it: " + postfix.queue(),
        AT_ONCE,
        () -> postfix.files("awake").size() == 1 && postfix.files("too").size() == 1);
    Await.until("the third to wait", AT_ONCE, () -> waiting().contains("resting (ticket "));
    String ticket = ticket();
    for (int flushes = 2; flushes < 4; flushes++) {
      int refusals = flushes;
      postfix.flush();
      Await.until("another refusal", AT_ONCE, () -> refusals() >= refusals);
    }
    Await.until("it to wait again", AT_ONCE, () -> waiting().contains("resting (ticket "));
    assertEquals(ticket, ticket());
    assertEquals(1, town.held(), "counted once");
    assertEquals(0, postfix.files("resting").size());
  }

  private static String waiting() {
    return postfix.queue();
  }

  private static String ticket() {
    return waiting().replaceAll("(?s).*\\(ticket ([A-Za-z0-9_-]+)\\).*", "$1");
  }

  private static int refusals() {
    return postfix.log().split("to=<resting@[^\n]*status=deferred", -1).length - 1;
  }

  /** Ten thousand under {@code --all}; each is held, refused while nobody decides, or delivered. */
  @Test
  @Order(2)
  void of_many_mails_each_arrives_once_and_none_is_early_though_the_engine_is_killed_twice()
      throws Exception {
    MailLoad load = new MailLoad(postfix, EACH);
    load.wave();
    Await.until(
        "all at work to have theirs", PATIENCE, () -> load.arrived(MailLoad.AT_WORK) == 2 * EACH);
    Await.until(
        "each of the others to be counted once", PATIENCE, () -> town.held() == 1 + 2 * EACH);
    assertTrue(
        Instant.now().isBefore(windowStarts),
        "the machine was too slow for this test to say anything");
    try (Browser page = operatorsPage()) {
      page.see("tr[data-door=mail][data-state=up]");
      long pid = kill();
      try (Squatter squatter = Squatter.on(town.policyPort)) {
        load.wave();
        Await.until("mail to wait", AT_ONCE, () -> waiting().contains("not decided yet"));
        assertTrue(squatter.called(), "Postfix asks whoever is there");
        assertEquals(2 * EACH, load.arrived(MailLoad.AT_WORK), "nobody decided");
        awaitAnother(pid);
        page.see("tr[data-door=mail][data-state=down]");
        page.read("Our own side could not be opened");
      }
      awaitAnother(kill());
      page.see("tr[data-door=mail][data-state=up]");
    }
    Await.until("all to arrive", PATIENCE, load::allArrived);
    Await.until("nothing to wait", PATIENCE, () -> postfix.queue().isBlank());
    load.eachArrivedOnceAndNotBefore(windowStarts);
    assertEquals(1, postfix.files("resting").size());
    assertFalse(postfix.arrival("resting").isBefore(windowStarts), "not before the window starts");
    assertEquals(1, postfix.files("awake").size());
    assertEquals(0, town.held());
    System.out.printf(
        "Mail: %,d, half of them held, engine killed twice, each there once%n", load.sent());
  }

  private static long kill() {
    long pid = town.instance.serverPid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    return pid;
  }

  private static void awaitAnother(long pid) {
    Await.until("another server", PATIENCE, () -> town.instance.serverPid() != pid);
    town.instance.awaitReady();
  }

  private static Browser operatorsPage() {
    Browser page = Browser.open(town.instance.http() + "/", "en", 1200);
    page.logIn("ops", password);
    return page;
  }

  @Test
  @Order(3)
  void a_citizen_is_never_held_lands_without_a_sound_and_is_counted() throws Exception {
    long before = town.landedSilently(); // what somebody wrote to themselves, long ago
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
    Await.until("the mail to be counted", PATIENCE, () -> town.landedSilently() > before);
  }

  @Test
  @Order(4)
  void what_was_entered_is_found_complete_and_one_missing_line_is_named() throws Exception {
    Shell.Ended whole = check();
    assertEquals(0, whole.status(), whole.output());
    postfix.replace("master.cf", "-o smtpd_policy_service_try_limit=1", "-o smtpd_timeout=300s");
    Shell.Ended without = check();
    assertEquals(1, without.status(), without.output());
    assertTrue(without.output().contains("smtpd_policy_service_try_limit = 1"), without.output());
    postfix.replace("master.cf", "-o smtpd_timeout=300s", "-o smtpd_policy_service_try_limit=1");
  }

  private static Shell.Ended check() {
    return town.instance.feierabend(
        "connect", "postfix", "--check", "--config", postfix.config().toString());
  }

  @Test
  @Order(5)
  void the_operators_page_tells_the_truth_while_postfix_stops_and_starts() throws Exception {
    try (Browser page = operatorsPage()) {
      page.see("tr[data-door=mail][data-state=up]");
      page.read("waits until the engine is back");
      postfix.stop();
      page.see("tr[data-door=mail][data-state=down]");
      page.read("The other server does not answer");
      postfix.start();
      page.see("tr[data-door=mail][data-state=up]");
      assertEquals(List.of(), page.complaints());
    }
  }

  @Test
  @Order(6)
  void while_the_engine_is_away_mail_waits_where_the_signed_policy_says_so() throws Exception {
    postfix.empty();
    town.instance.close();
    Smtp.send(
        postfix.port(),
        MailTown.address("awake"),
        List.of(MailTown.address("too")),
        MAIL.formatted("away"));
    Await.until("it to wait", AT_ONCE, () -> waiting().contains("not decided yet"));
    assertEquals(0, postfix.files("too").size());
  }
}
