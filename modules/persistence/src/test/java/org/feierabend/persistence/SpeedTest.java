package org.feierabend.persistence;

import static org.feierabend.persistence.Sample.WEEK;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.feierabend.intake.Acceptance.Accepted;
import org.feierabend.intake.Acceptance.Effects;
import org.feierabend.intake.Acceptance.Lane;
import org.feierabend.people.Employer;
import org.feierabend.report.Indicator;
import org.feierabend.report.Mark;
import org.junit.jupiter.api.Test;

/** Says how fast it is; fails only when something is very wrong, for machines are busy. */
class SpeedTest {
  private static final int BATCH = 5_000;
  private static final int BATCHES = Integer.getInteger("feierabend.speed.batches", 20);
  private static final Instant MONDAY = Instant.parse("2026-02-02T06:00:00Z");

  @Test
  void accepting_and_tallying_keep_up_with_a_replay() {
    try (Database database = Postgres.fresh()) {
      Employer employer = new JpaDirectory(database).create(Sample.city("speed", 1));
      new JdbcWeeks(database).open(employer, WEEK);
      long accepted = accept(database, employer);
      long tallied = tally(database, employer);
      System.getLogger("speed")
          .log(Level.INFO, "accepted {0} rows/s, tallied {1} marks/s", accepted, tallied);
      assertTrue(accepted > 2_000, "accepted " + accepted + " rows/s");
      assertTrue(tallied > 2_000, "tallied " + tallied + " marks/s");
    }
  }

  /** One in ten is deferred. */
  private static long accept(Database database, Employer employer) {
    JdbcAcceptance acceptance = new JdbcAcceptance(database);
    List<Effects> batches = new ArrayList<>();
    for (int b = 0; b < BATCHES; b++) {
      List<Accepted> rows = new ArrayList<>();
      for (int i = 0; i < BATCH; i++)
        rows.add(
            i % 10 == 0
                ? Sample.deferred(WEEK, Sample.random16(), i % 1_000, MONDAY.plusSeconds(i))
                : Sample.delivered(WEEK, Sample.random16()));
      batches.add(
          new Effects(
              rows,
              Map.of("duplicate", 3),
              Map.of(b % 2, new Lane(MONDAY.plusSeconds(b), false)),
              Map.of((long) b, MONDAY.plusSeconds(86_400)),
              Map.of(WEEK, Map.of(b % 2, (long) b * BATCH)),
              List.of()));
    }
    long start = System.nanoTime();
    for (Effects batch : batches) acceptance.commit(employer, batch);
    return perSecond(start);
  }

  /** A tenth is read twice, over 20,000 people. */
  private static long tally(Database database, Employer employer) {
    JdbcWeeks weeks = new JdbcWeeks(database);
    Random random = new Random(5);
    List<List<Mark>> batches = new ArrayList<>();
    for (int b = 0; b < BATCHES; b++) {
      List<Mark> marks = new ArrayList<>();
      for (int i = 0; i < BATCH; i++)
        marks.add(
            Sample.mark(
                random.nextInt(20_000),
                Indicator.values()[random.nextInt(3)],
                i % 10 == 0 ? i : ThreadLocalRandom.current().nextLong()));
      batches.add(marks);
    }
    long start = System.nanoTime();
    for (int b = 0; b < BATCHES; b++)
      weeks.tally(
          employer, WEEK, batches.get(b), Map.of(0, (long) b * BATCH), Map.of(0, (b + 1L) * BATCH));
    return perSecond(start);
  }

  private static long perSecond(long start) {
    return (long) BATCH * BATCHES * 1_000_000_000L / (System.nanoTime() - start);
  }
}
