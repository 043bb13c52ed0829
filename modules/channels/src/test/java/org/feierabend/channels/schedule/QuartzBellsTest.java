package org.feierabend.channels.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.feierabend.intake.ReleaseOfContacts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QuartzBellsTest {
  private static final Path TABLES =
      Path.of(
          System.getProperty("feierabend.home"),
          "modules/persistence/src/main/resources/db/migration/V10__quartz.sql");

  private static EmbeddedPostgres postgres;
  private static DataSource dataSource;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    dataSource = postgres.getPostgresDatabase();
    try (Connection c = dataSource.getConnection();
        Statement s = c.createStatement()) {
      s.execute(Files.readString(TABLES));
    }
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  private static QuartzBells bells(String name, Waiting waiting) {
    return new QuartzBells(
        name,
        dataSource,
        waiting.directory(),
        waiting,
        new ReleaseOfContacts(waiting, (e, d) -> Optional.empty(), waiting),
        new EmployerClock(Clock.systemUTC(), waiting.acceptance()),
        () -> {});
  }

  private static int hung(String name) throws Exception {
    try (Connection c = dataSource.getConnection();
        Statement s = c.createStatement();
        ResultSet r =
            s.executeQuery(
                "SELECT count(*) FROM qrtz_triggers WHERE sched_name = '%s' AND trigger_group = 'releases'"
                    .formatted(name))) {
      r.next();
      return r.getInt(1);
    }
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "waited in vain for " + what);
      Thread.sleep(20);
    }
  }

  @Test
  void contacts_are_released_at_their_instant_and_not_before() throws Exception {
    Waiting waiting = new Waiting("bell-city");
    try (QuartzBells bells = bells("ringing", waiting)) {
      bells.start();
      await("the first round", () -> waiting.asked.get() > 0);
      Instant soon = Instant.now().plusSeconds(4);
      waiting.hold("a", soon);
      waiting.hold("b", soon);
      waiting.hold("c", Instant.now().plus(Duration.ofDays(1)));
      bells.ringAt(waiting.employer, Set.of(soon));
      bells.ringAt(waiting.employer, Set.of(soon)); // one bell for one instant
      assertEquals(1, hung("ringing"));
      await("both", () -> waiting.released.size() == 2);
      assertTrue(!Instant.now().isBefore(soon), "not before");
      assertTrue(Instant.now().isBefore(soon.plusSeconds(20)), "and not by the half-minute round");
      assertEquals(1, waiting.count(waiting.employer));
    }
    assertEquals(0, hung("ringing"));
  }

  @Test
  void a_bell_that_was_slept_through_rings_at_start() throws Exception {
    Waiting waiting = new Waiting("sleepy-city");
    Instant soon = Instant.now().plusSeconds(1);
    waiting.hold("a", soon);
    try (QuartzBells hungOnly = bells("sleeping", waiting)) {
      hungOnly.ringAt(waiting.employer, Set.of(soon));
    }
    assertEquals(1, hung("sleeping"), "the bell survives the process");
    Thread.sleep(1500);
    assertEquals(0, waiting.released.size());
    try (QuartzBells awake = bells("sleeping", waiting)) {
      awake.start();
      await("the release", () -> waiting.released.size() == 1);
      await("the bell to be gone", () -> waiting.asked.get() >= 2);
    }
    assertEquals(1, waiting.released.size());
  }

  @Test
  void what_could_not_be_handed_over_stays_and_is_tried_again() throws Exception {
    Waiting waiting = new Waiting("patient-city");
    waiting.failures.set(1);
    waiting.hold("a", Instant.now());
    try (QuartzBells bells = bells("patient", waiting)) {
      bells.start();
      await("the failed hand-over", () -> waiting.failures.get() < 0 || waiting.asked.get() > 0);
      assertEquals(1, waiting.count(waiting.employer) + waiting.released.size());
      bells.ringAt(waiting.employer, Set.of(Instant.now()));
      await("the release", () -> waiting.released.size() == 1);
    }
  }
}
