package org.feierabend.persistence;

import static org.feierabend.persistence.Sample.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.intake.Weeks.OwnCounts;
import org.feierabend.people.Employer;
import org.feierabend.report.Indicator;
import org.feierabend.report.Mark;
import org.feierabend.report.Move;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people say of themselves, as the tally takes it. */
class OwnWeekTest {
  private static int next;
  private static Database database;
  private static JdbcWeeks weeks;
  private static JpaDirectory directory;

  private Employer employer;
  private long offset;

  @BeforeAll
  static void open() {
    database = Postgres.fresh();
    weeks = new JdbcWeeks(database);
    directory = new JpaDirectory(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void employ() {
    employer = directory.create(Sample.city("own-" + ++next, 1));
    weeks.open(employer, WEEK);
  }

  @Test
  void one_press_passes_the_threshold_and_a_hundred_change_nothing() {
    say(1, Move.CONTACTED_ANYWAY);
    assertEquals(5, counts(1).get(Indicator.CONTACTS_OUTSIDE));
    for (int i = 0; i < 100; i++) say(1, Move.CONTACTED_ANYWAY);
    assertEquals(5, counts(1).get(Indicator.CONTACTS_OUTSIDE));
    assertEquals(0, counts(1).get(Indicator.REST_CUT));
  }

  @Test
  void an_erasure_forgets_what_came_before_and_of_one_person_only() {
    count(1, 0, 4);
    count(2, 10, 4);
    say(1, Move.ERASE);
    assertEquals(Optional.empty(), own(1));
    assertEquals(4, counts(2).get(Indicator.CONTACTS_OUTSIDE));
    count(1, 0, 3); // duplicates of what was erased
    assertEquals(Optional.empty(), own(1));
    count(1, 20, 2);
    assertEquals(2, counts(1).get(Indicator.CONTACTS_OUTSIDE));
  }

  @Test
  void after_an_objection_nothing_of_the_week_counts() {
    count(1, 0, 5);
    say(1, Move.OBJECT);
    count(1, 20, 5);
    say(1, Move.CONTACTED_ANYWAY);
    say(1, Move.ERASE);
    assertEquals(0, counts(1).get(Indicator.CONTACTS_OUTSIDE));
    assertTrue(own(1).orElseThrow().objected());
  }

  @Test
  void read_anew_in_one_batch_it_comes_to_the_same() {
    List<Mark> all = new ArrayList<>(marks(1, 0, 5));
    all.add(said(1, Move.ERASE));
    all.addAll(marks(1, 20, 2));
    all.add(said(2, Move.OBJECT));
    all.addAll(marks(2, 30, 5));
    tally(all);
    assertEquals(2, counts(1).get(Indicator.CONTACTS_OUTSIDE));
    assertEquals(0, counts(2).get(Indicator.CONTACTS_OUTSIDE));
  }

  private Map<Indicator, Integer> counts(long person) {
    return own(person).orElseThrow().counts();
  }

  private Optional<OwnCounts> own(long person) {
    return weeks.counted(employer, WEEK, said(person, Move.ERASE).pseudonym());
  }

  private void say(long person, Move move) {
    tally(List.of(said(person, move)));
  }

  private void count(long person, int firstRef, int contacts) {
    tally(marks(person, firstRef, contacts));
  }

  private void tally(List<Mark> marks) {
    weeks.tally(employer, WEEK, marks, Map.of(0, offset), Map.of(0, ++offset));
  }

  private static Mark said(long person, Move move) {
    Mark of = Sample.mark(person, Indicator.REST_CUT, person);
    return new Mark(of.pseudonym(), of.block(), move, of.refDigest());
  }

  private static List<Mark> marks(long person, int firstRef, int contacts) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < contacts; i++)
      marks.add(Sample.mark(person, Indicator.CONTACTS_OUTSIDE, firstRef + i));
    return marks;
  }
}
