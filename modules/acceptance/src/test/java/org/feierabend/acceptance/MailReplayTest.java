package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A mail file through the whole house, compared with an independent count. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ResourceLock(RunningInstance.SHARED)
class MailReplayTest {
  private static final Duration WHOLE_FILE = Duration.ofSeconds(60);
  private static RunningInstance instance;
  private static UnnoisedSums sums;
  private static Path file;
  private static Oracle oracle;

  @BeforeAll
  static void countTheFile() throws Exception {
    instance = RunningInstance.shared();
    sums = RunningInstance.sumsOfShared();
    file = MailFile.realOrMade();
    oracle = Oracle.of(file);
  }

  @Test
  @Order(1)
  void the_real_file_passes_whole_and_every_line_is_accounted_for() throws Exception {
    assumeTrue(
        MailFile.real().isPresent(),
        "FEIERABEND_REAL_MAIL names no readable file; set it to an email-activity file");
    ReplayRun run = ReplayRun.once(instance, "mail-plain", file, "email-activity");
    System.out.println(run.output());
    assertEquals(83_083, oracle.events);
    assertEquals(
        83_083,
        run.totals("outcomes").values().stream().mapToLong(n -> n).sum()
            + run.total("dead_letters"));
    assertTrue(run.elapsed().compareTo(WHOLE_FILE) < 0, "took " + run.elapsed());
  }

  @Test
  @Order(2)
  void outcomes_rules_and_sums_before_noise_equal_an_independent_count() throws Exception {
    ReplayRun run = ReplayRun.once(instance, "mail-plain", file, "email-activity");
    assertCounted(run);
    assertTrue(run.output().contains("Decisions"));
  }

  @Test
  @Order(3)
  void every_week_of_the_file_is_released_and_its_destruction_recorded() {
    ReplayRun run = ReplayRun.once(instance, "mail-plain", file, "email-activity");
    Set<String> released = new TreeSet<>();
    Set<String> destroyed = new TreeSet<>();
    instance
        .operator()
        .text("/api/v1/ledger?employer=mail-plain")
        .lines()
        .forEach(
            line -> {
              String week = line.replaceAll(".*\"week\":\"(\\d{4})-W(\\d\\d)\".*", "$1w$2");
              (line.contains("\"DESTROYED\"") ? destroyed : released).add(week);
            });
    assertTrue(released.containsAll(oracle.weeks), released + " misses weeks of " + oracle.weeks);
    assertEquals(released, destroyed);
    assertTrue(run.progress().path("weeks_closed").asInt() >= oracle.weeks.size());
    assertTrue(instance.var().resolve("ledger-mail-plain.jsonl").toFile().length() > 0);
  }

  @Test
  @Order(4)
  void a_second_run_gives_the_same_sums_before_noise_and_other_published_figures()
      throws Exception {
    ReplayRun.once(instance, "mail-plain", file, "email-activity");
    assertCounted(ReplayRun.once(instance, "mail-again", file, "email-activity"));
    assertTrue(
        !figures("mail-plain").equals(figures("mail-again")), "noise is drawn for each employer");
  }

  @Test
  @Order(5)
  void a_server_killed_at_random_moments_counts_everything_once() throws Exception {
    int kills = Boolean.getBoolean("feierabend.all") ? 20 : 3;
    KillingTime killer = new KillingTime(instance, "mail-killed", oracle.events, kills);
    killer.start();
    ReplayRun run = ReplayRun.once(instance, "mail-killed", file, "email-activity");
    killer.requireDone();
    System.out.println(killer);
    assertCounted(run);
  }

  @Test
  @Order(6)
  void an_employer_that_exists_is_refused_with_what_to_do() {
    ReplayRun.once(instance, "mail-plain", file, "email-activity");
    Shell.Ended refused =
        instance.feierabend(
            "replay", file.toString(), "--format", "email-activity", "--employer", "mail-plain");
    assertEquals(1, refused.status(), refused.output());
    assertTrue(refused.output().contains("Leave out --employer"), refused.output());
  }

  private static void assertCounted(ReplayRun run) throws Exception {
    assertEquals(oracle.events, run.total("events"));
    assertEquals(oracle.outcomes, run.totals("outcomes"));
    assertEquals(oracle.rules, run.totals("rules"));
    assertEquals(
        Map.of("dead_letters", 0L, "late", 0L),
        Map.of("dead_letters", run.total("dead_letters"), "late", run.total("late")));
    assertTrue(oracle.outside.size() > 100, "the comparison has something to compare");
    assertEquals(oracle.outside, sums.of(run.employer()));
  }

  private static String figures(String employer) {
    return instance
        .operator()
        .text("/api/v1/ledger?employer=" + employer)
        .replaceAll("\"(hash|prev|signature|employer|code|seq)\":(\"[^\"]*\"|\\d+),?", "");
  }
}
