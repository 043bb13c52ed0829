package org.feierabend.persistence;

import static org.feierabend.persistence.Sample.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.feierabend.intake.Acceptance.Accepted;
import org.feierabend.intake.Acceptance.Digest;
import org.feierabend.intake.Acceptance.Effects;
import org.feierabend.intake.Acceptance.Lane;
import org.feierabend.intake.Deferral;
import org.feierabend.intake.WeekClosed;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
  private static final Instant MONDAY = Instant.parse("2026-02-02T06:00:00Z");
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static Database database;
  private static JdbcAcceptance acceptance;
  private static JdbcWeeks weeks;
  private static JdbcDeferrals deferrals;
  private static JpaDirectory directory;

  private Employer employer;

  @BeforeAll
  static void open() {
    database = Postgres.fresh();
    acceptance = new JdbcAcceptance(database);
    weeks = new JdbcWeeks(database);
    deferrals = new JdbcDeferrals(database);
    directory = new JpaDirectory(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void employ() {
    employer = directory.create(Sample.city("intake-" + NEXT.incrementAndGet(), 1));
    weeks.open(employer, WEEK);
    weeks.open(employer, WEEK); // no-op
  }

  @Test
  void a_batch_committed_many_times_by_many_at_once_counts_once() throws Exception {
    List<Accepted> all = new ArrayList<>();
    for (int i = 0; i < 2_000; i++)
      all.add(
          i % 4 == 0
              ? Sample.deferred(WEEK, Sample.digest(i), 1, MONDAY)
              : Sample.delivered(WEEK, Sample.digest(i)));
    List<Callable<Void>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      List<Accepted> shuffled = new ArrayList<>(all);
      Collections.shuffle(shuffled, new Random(i));
      calls.add(
          () -> {
            acceptance.commit(employer, Sample.only(shuffled));
            return null;
          });
    }
    inParallel(calls);
    Map<String, Long> totals = acceptance.totals(employer).counts();
    assertEquals(1_500, totals.get("outcome:DELIVER"));
    assertEquals(500, totals.get("outcome:DEFER"));
    assertEquals(1_500, totals.get("rule:default"));
    assertEquals(7 * 2_000, totals.get("duplicate"));
    assertEquals(500, deferrals.count(employer));
    assertEquals(
        Set.of(Digest.of(Sample.digest(7))),
        acceptance.seen(
            employer, WEEK, List.of(Digest.of(Sample.digest(7)), Digest.of(Sample.digest(9_999)))));
  }

  @Test
  void what_was_held_before_the_database_lost_the_week_is_held_once() {
    List<Accepted> all = new ArrayList<>();
    for (int i = 0; i < 300; i++)
      all.add(Sample.deferred(WEEK, Sample.digest(100_000 + i), 1, MONDAY.plusNanos(1_501L * i)));
    acceptance.commit(employer, Sample.only(all.subList(200, 201)));
    Deferral one = deferrals.heldFor(employer, 1).get(0);
    emptied();
    acceptance.commit(employer, Sample.only(all));
    assertEquals(300, deferrals.count(employer));
    emptied();
    acceptance.commit(employer, Sample.only(all.subList(0, 200)));
    assertEquals(300, deferrals.count(employer));
    List<Deferral> held = deferrals.heldFor(employer, 1);
    assertEquals(
        one.until(),
        held.stream().filter(d -> Arrays.equals(d.id(), one.id())).findFirst().get().until());
    assertEquals(300, held.stream().map(Deferral::until).distinct().count());
  }

  /** As a crash leaves an UNLOGGED table. */
  private void emptied() {
    database.transaction(c -> Sql.update(c, "TRUNCATE " + WeekTables.of(employer, WEEK).seen()));
  }

  @Test
  void many_at_once_are_written_as_few_are() {
    List<Accepted> many = new ArrayList<>();
    for (int i = 0; i < 200; i++)
      many.add(
          Sample.deferred(WEEK, Sample.digest(200_000 + i), i % 2, MONDAY.plusNanos(1_501L * i)));
    acceptance.commit(employer, Sample.only(many)); // copied
    List<List<Object>> copied = held();
    database.transaction(
        c -> Sql.update(c, "DELETE FROM deferral WHERE employer = ?", employer.no()));
    emptied();
    for (int i = 0; i < 200; i += 10)
      acceptance.commit(employer, Sample.only(many.subList(i, i + 10))); // inserted
    assertEquals(200, copied.size());
    assertEquals(copied, held());
  }

  private List<List<Object>> held() {
    return database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT encode(id, 'hex'), employer, person, ref_source, ref_id, channel, class,"
                    + " until::text, unless_answered FROM deferral WHERE employer = ? ORDER BY id",
                r -> {
                  List<Object> row = new ArrayList<>();
                  for (int i = 1; i <= 9; i++) row.add(r.getObject(i));
                  return row;
                },
                employer.no()));
  }

  @Test
  void nothing_slips_into_a_week_between_its_seal_and_a_commit() throws Exception {
    AtomicInteger committed = new AtomicInteger();
    AtomicReference<Integer> atSeal = new AtomicReference<>();
    AtomicInteger number = new AtomicInteger();
    List<Callable<Void>> calls = new ArrayList<>();
    for (int t = 0; t < 4; t++)
      calls.add(
          () -> {
            while (true) {
              int i = number.getAndIncrement();
              try {
                acceptance.commit(
                    employer, Sample.only(List.of(Sample.delivered(WEEK, Sample.digest(i)))));
                committed.incrementAndGet();
              } catch (WeekClosed closed) {
                assertEquals(WEEK, closed.week());
                return null;
              }
            }
          });
    calls.add(
        () -> {
          while (committed.get() < 50) Thread.onSpinWait();
          weeks.seal(employer, WEEK);
          atSeal.set(rows());
          return null;
        });
    inParallel(calls);
    assertEquals(rows(), atSeal.get());
    assertEquals(committed.get(), atSeal.get());
  }

  @Test
  void one_event_of_a_closed_week_refuses_the_whole_batch_and_names_the_week() {
    IsoWeek other = WEEK.next();
    var refusal =
        assertThrows(
            WeekClosed.class,
            () ->
                acceptance.commit(
                    employer,
                    Sample.only(
                        List.of(
                            Sample.delivered(WEEK, Sample.digest(1)),
                            Sample.delivered(other, Sample.digest(2))))));
    assertEquals(other, refusal.week());
    assertEquals(0, rows());
    assertThrows(
        WeekClosed.class,
        () -> acceptance.seen(employer, other, List.of(Digest.of(Sample.digest(2)))));
  }

  @Test
  void offsets_and_lanes_move_with_their_effects_and_never_back() {
    Instant sunday = MONDAY.minusSeconds(86_400);
    acceptance.commit(employer, positions(100, MONDAY, true));
    acceptance.commit(employer, positions(40, sunday, false));
    assertEquals(Map.of(0, 100L, 1, 100L), acceptance.inboundOffsets(employer, WEEK));
    assertEquals(Map.of(0, MONDAY), acceptance.lanes(employer));
    assertEquals(Set.of(0), acceptance.endedLanes(employer));
    assertEquals(Map.of("late", 6L), acceptance.totals(employer).counts());
  }

  @Test
  void a_rest_that_has_ended_on_the_employers_clock_is_forgotten() {
    acceptance.commit(employer, rests(Map.of(1L, MONDAY, 2L, MONDAY.plusSeconds(7_200)), Map.of()));
    assertEquals(2, acceptance.restsUntil(employer).size());
    Lane later = new Lane(MONDAY.plusSeconds(3_600), false);
    acceptance.commit(employer, rests(Map.of(), Map.of(0, later, 1, later)));
    acceptance.commit(employer, rests(Map.of(3L, MONDAY.plusSeconds(9_000)), Map.of()));
    assertEquals(Set.of(2L, 3L), acceptance.restsUntil(employer).keySet());
  }

  @Test
  void a_live_employer_has_no_totals() {
    Employer live = directory.create(Sample.city("live", 1, Employer.ClockKind.WALL, false));
    weeks.open(live, WEEK);
    acceptance.commit(live, Sample.only(List.of(Sample.delivered(WEEK, Sample.digest(1)))));
    assertEquals(Map.of(), acceptance.totals(live).counts());
    assertTrue(
        acceptance
            .seen(live, WEEK, List.of(Digest.of(Sample.digest(1))))
            .contains(Digest.of(Sample.digest(1))));
  }

  private static Effects positions(long offset, Instant until, boolean ended) {
    return new Effects(
        List.of(),
        Map.of("late", 3),
        Map.of(0, new Lane(until, ended)),
        Map.of(),
        Map.of(WEEK, Map.of(0, offset, 1, offset)),
        List.of());
  }

  private static Effects rests(Map<Long, Instant> rests, Map<Integer, Lane> lanes) {
    return new Effects(List.of(), Map.of(), lanes, rests, Map.of(), List.of());
  }

  private int rows() {
    return database.transaction(
        c ->
            Sql.query(
                    c,
                    "SELECT count(*) FROM " + WeekTables.of(employer, WEEK).seen(),
                    r -> r.getInt(1))
                .get(0));
  }

  static void inParallel(List<Callable<Void>> calls) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(calls.size());
    try {
      for (var done : pool.invokeAll(calls)) done.get();
    } finally {
      pool.shutdownNow();
    }
  }
}
