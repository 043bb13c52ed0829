package org.feierabend.persistence;

import static org.feierabend.persistence.Sample.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.feierabend.intake.StoreAway;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Employer;
import org.feierabend.report.Indicator;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.Mark;
import org.feierabend.report.Sums;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
  private static final Instant MONDAY = Instant.parse("2026-02-02T06:00:00Z");

  @Test
  void after_a_kill_9_of_postgresql_the_week_is_counted_anew_and_what_was_held_is_still_held(
      @TempDir Path data) throws Exception {
    EmbeddedPostgres server = start(data, 0);
    int port = server.getPort();
    DatabaseSettings settings =
        new DatabaseSettings(
            server.getJdbcUrl("postgres", "postgres"),
            "postgres",
            "postgres",
            4,
            Duration.ofSeconds(20));
    try (Database database = Database.open(settings)) {
      Employer employer = new JpaDirectory(database).create(Sample.city("crash", 1));
      JdbcWeeks weeks = new JdbcWeeks(database);
      JdbcAcceptance acceptance = new JdbcAcceptance(database);
      weeks.open(employer, WEEK);
      acceptance.commit(
          employer, Sample.only(List.of(Sample.deferred(WEEK, Sample.digest(1), 1, MONDAY))));
      weeks.tally(employer, WEEK, marks(0, 100), Map.of(0, 0L), Map.of(0, 100L));

      kill9(data);
      forget(server);
      assertThrows(StoreAway.class, () -> weeks.markOffsets(employer, WEEK));
      JpaReleases releases = new JpaReleases(database);
      assertTimeout(
          Duration.ofSeconds(10),
          () -> assertThrows(StoreAway.class, () -> releases.ledger(employer.id())));
      assertFalse(database.answers());
      EmbeddedPostgres again = start(data, port);
      try {
        Database.open(settings).close(); // waits until it answers; nothing left to migrate

        await(database);
        assertEquals(List.of(), releases.ledger(employer.id()));
        assertEquals(Map.of(), weeks.markOffsets(employer, WEEK));
        assertEquals(Optional.of(Weeks.State.OPEN), weeks.state(employer, WEEK));
        assertEquals(1, new JdbcDeferrals(database).count(employer));
        assertThrows(
            Weeks.OutOfStep.class, // a reader that did not notice
            () -> weeks.tally(employer, WEEK, marks(100, 120), Map.of(0, 100L), Map.of(0, 120L)));
        weeks.seal(employer, WEEK);
        assertThrows(
            Weeks.OutOfStep.class, // a closing that did not notice
            () -> weeks.release(employer, WEEK, Map.of(0, 100L), (sums, head) -> null));

        weeks.tally(employer, WEEK, marks(0, 120), Map.of(0, 0L), Map.of(0, 120L));
        AtomicReference<Sums> sums = new AtomicReference<>();
        weeks.release(
            employer,
            WEEK,
            Map.of(0, 120L),
            (s, head) -> {
              sums.set(s);
              return Sample.row(head, LedgerRow.Type.RELEASE, WEEK);
            });
        int people = 0;
        for (int block = 0; block < 3; block++)
          people += sums.get().of(block, Indicator.MEETINGS_OUTSIDE);
        assertEquals(120, people);
      } finally {
        again.close();
      }
    } finally {
      forget(server);
    }
  }

  /** The old pool asks again after a pause that grows to its connection timeout of 3 s. */
  private static void await(Database database) throws InterruptedException {
    for (int tries = 0; tries < 50 && !database.answers(); tries++) Thread.sleep(200);
    assertTrue(database.answers());
  }

  /** Gives up its lock on the directory; that there is nothing left to stop need not be logged. */
  private static void forget(EmbeddedPostgres server) throws IOException {
    Logger log = Logger.getLogger(EmbeddedPostgres.class.getName());
    log.setLevel(Level.OFF);
    try {
      server.close();
    } finally {
      log.setLevel(null);
    }
  }

  private static List<Mark> marks(int from, int to) {
    List<Mark> marks = new ArrayList<>();
    for (int i = from; i < to; i++) marks.add(Sample.mark(i, Indicator.MEETINGS_OUTSIDE, i));
    return marks;
  }

  private static EmbeddedPostgres start(Path data, int port) throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data.resolve("pg"))
            .setCleanDataDirectory(false)
            .setPGStartupWait(Duration.ofSeconds(30));
    return port == 0 ? builder.start() : builder.setPort(port).start();
  }

  private static void kill9(Path data) throws Exception {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("pg/postmaster.pid")).get(0).trim());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
    all.add(0, postmaster);
    for (ProcessHandle p : all) p.destroyForcibly();
    for (ProcessHandle p : all) p.onExit().get(10, TimeUnit.SECONDS);
    assertTrue(all.stream().noneMatch(ProcessHandle::isAlive));
  }
}
