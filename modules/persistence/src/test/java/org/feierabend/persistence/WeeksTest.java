package org.feierabend.persistence;

import static org.feierabend.persistence.Sample.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.feierabend.intake.WeekClosed;
import org.feierabend.intake.Weeks;
import org.feierabend.intake.Weeks.State;
import org.feierabend.people.Employer;
import org.feierabend.report.Indicator;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.Mark;
import org.feierabend.report.Sums;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WeeksTest {
  private static final int BATCHES = Boolean.getBoolean("feierabend.all") ? 200 : 20;
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static Database database;
  private static JdbcWeeks weeks;
  private static JpaReleases releases;
  private static JpaDirectory directory;

  private Employer employer;

  @BeforeAll
  static void open() {
    database = Postgres.fresh();
    weeks = new JdbcWeeks(database);
    releases = new JpaReleases(database);
    directory = new JpaDirectory(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void employ() {
    employer = directory.create(Sample.city("weeks-" + NEXT.incrementAndGet(), 1));
    weeks.open(employer, WEEK);
  }

  @Test
  void a_million_contacts_to_one_person_change_nothing_that_five_did_not() {
    tally(marks(1, Indicator.CONTACTS_OUTSIDE, 4), 0, 10);
    weeks.seal(employer, WEEK);
    assertEquals(0, peek().of(1, Indicator.CONTACTS_OUTSIDE));
    for (int batch = 0; batch < BATCHES; batch++) {
      List<Mark> many = new ArrayList<>();
      for (int i = 0; i < 5_000; i++)
        many.add(Sample.mark(1, Indicator.CONTACTS_OUTSIDE, 1_000 + batch * 5_000L + i));
      tally(many, 10 + batch, 11 + batch);
    }
    assertEquals(1, peek().of(1, Indicator.CONTACTS_OUTSIDE));
    assertEquals(List.of(5), column("contacts"));
    System.out.printf(
        "privacy-figure | 11 | extremes: counted of many contacts to one person | 5 | 5 | %,d contacts |%n",
        BATCHES * 5_000);
  }

  @Test
  void a_mark_counts_once_for_each_indicator_however_often_it_is_read() {
    List<Mark> marks = new ArrayList<>();
    for (int repeat = 0; repeat < 3; repeat++)
      for (int ref = 0; ref < 4; ref++) {
        marks.add(Sample.mark(2, Indicator.CONTACTS_OUTSIDE, ref));
        marks.add(Sample.mark(2, Indicator.REST_CUT, ref));
      }
    tally(marks, 0, 24);
    tally(marks, 24, 48);
    assertEquals(List.of(4), column("contacts"));
    assertEquals(List.of(1), column("rest"));
    assertEquals(List.of(0), column("meetings"));
    weeks.seal(employer, WEEK);
    assertEquals(1, peek().of(2, Indicator.REST_CUT));
  }

  @Test
  void every_indicator_has_a_counter_of_its_own_that_stops_at_its_threshold() {
    int refs = 0;
    for (Indicator indicator : Indicator.values()) {
      List<Mark> marks = new ArrayList<>();
      for (int ref = 0; ref < 6; ref++) marks.add(Sample.mark(2, indicator, refs + ref));
      tally(marks, refs, refs + 6);
      refs += 6;
    }
    for (Indicator indicator : Indicator.values())
      assertEquals(
          List.of(indicator.threshold()), column(Tallies.COUNTERS.get(indicator.ordinal())));
    weeks.seal(employer, WEEK);
    for (Indicator indicator : Indicator.values()) assertEquals(1, peek().of(2, indicator));
  }

  @Test
  void a_reader_that_stands_elsewhere_is_refused_and_nothing_is_counted() {
    tally(marks(1, Indicator.MEETINGS_OUTSIDE, 1), 0, 5);
    assertThrows(
        Weeks.OutOfStep.class, () -> tally(marks(2, Indicator.MEETINGS_OUTSIDE, 1), 9, 12));
    assertEquals(Map.of(0, 5L), weeks.markOffsets(employer, WEEK));
    assertEquals(1, column("meetings").size());
    weeks.seal(employer, WEEK);
    assertThrows(
        Weeks.OutOfStep.class,
        () -> weeks.release(employer, WEEK, Map.of(0, 6L), (sums, head) -> release(head)));
    assertEquals(Optional.of(State.SEALED), weeks.state(employer, WEEK));
  }

  @Test
  void of_many_who_close_a_week_at_once_one_does() throws Exception {
    tally(marks(1, Indicator.MEETINGS_OUTSIDE, 1), 0, 1);
    weeks.seal(employer, WEEK);
    AtomicInteger drawn = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    List<Callable<Void>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++)
      calls.add(
          () -> {
            try {
              weeks.release(
                  employer,
                  WEEK,
                  Map.of(0, 1L),
                  (sums, head) -> {
                    drawn.incrementAndGet();
                    return release(head);
                  });
            } catch (IllegalStateException e) {
              refused.incrementAndGet();
            }
            return null;
          });
    AcceptanceTest.inParallel(calls);
    assertEquals(1, drawn.get());
    assertEquals(5, refused.get());
    assertEquals(1, releases.ledger(employer.id()).size());
  }

  @Test
  void a_week_lives_from_open_to_destroyed_and_leaves_only_its_ledger_rows() {
    assertEquals(List.of(new Weeks.Week(WEEK, State.OPEN)), weeks.unfinished(employer));
    assertThrows(
        IllegalStateException.class,
        () -> weeks.release(employer, WEEK, Map.of(), (sums, head) -> release(head)));
    weeks.seal(employer, WEEK);
    weeks.seal(employer, WEEK);
    assertThrows(
        IllegalStateException.class, () -> weeks.destroyed(employer, WEEK, this::destroyedRow));
    weeks.release(employer, WEEK, Map.of(), (sums, head) -> release(head));
    assertEquals(List.of(), tables());
    assertThrows(WeekClosed.class, () -> tally(List.of(), 0, 1));
    weeks.destroyed(employer, WEEK, this::destroyedRow);
    weeks.open(employer, WEEK); // no-op
    assertEquals(Optional.of(State.DESTROYED), weeks.state(employer, WEEK));
    assertEquals(List.of(), weeks.unfinished(employer));
    assertEquals(List.of(), tables());
    assertEquals(
        List.of(LedgerRow.Type.RELEASE, LedgerRow.Type.DESTROYED),
        releases.ledger(employer.id()).stream().map(LedgerRow::type).toList());
    assertEquals(1, releases.releases(employer.id(), Optional.of(WEEK), Optional.of(WEEK)).size());
    assertEquals(
        0, releases.releases(employer.id(), Optional.of(WEEK.next()), Optional.empty()).size());
  }

  @Test
  void a_closing_that_fails_leaves_the_week_as_it_was() {
    tally(marks(1, Indicator.MEETINGS_OUTSIDE, 1), 0, 1);
    weeks.seal(employer, WEEK);
    assertThrows(
        ArithmeticException.class,
        () ->
            weeks.release(
                employer,
                WEEK,
                Map.of(0, 1L),
                (sums, head) -> {
                  throw new ArithmeticException("no noise");
                }));
    assertEquals(1, peek().of(1, Indicator.MEETINGS_OUTSIDE));
    assertTrue(releases.ledger(employer.id()).isEmpty());
  }

  private Sums peek() {
    AtomicReference<Sums> seen = new AtomicReference<>();
    assertThrows(
        UnsupportedOperationException.class,
        () ->
            weeks.release(
                employer,
                WEEK,
                Map.of(),
                (sums, head) -> {
                  seen.set(sums);
                  throw new UnsupportedOperationException("only looking");
                }));
    return seen.get();
  }

  private void tally(List<Mark> marks, long from, long next) {
    weeks.tally(employer, WEEK, marks, Map.of(0, from), Map.of(0, next));
  }

  private static List<Mark> marks(long person, Indicator indicator, int count) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < count; i++) marks.add(Sample.mark(person, indicator, i));
    return marks;
  }

  private List<Integer> column(String name) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT " + name + " FROM " + WeekTables.of(employer, WEEK).tally(),
                r -> r.getInt(1)));
  }

  private List<String> tables() {
    return database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT relname FROM pg_class WHERE relname LIKE '%\\_' || ? || '\\_2026w05'",
                r -> r.getString(1),
                employer.no()));
  }

  private static LedgerRow release(LedgerHead head) {
    return Sample.row(head, LedgerRow.Type.RELEASE, WEEK);
  }

  private LedgerRow destroyedRow(LedgerHead head) {
    return Sample.row(head, LedgerRow.Type.DESTROYED, WEEK);
  }
}
