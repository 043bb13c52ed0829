package org.feierabend.persistence;

import static org.feierabend.persistence.Sample.WEEK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.feierabend.contact.Channel;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Reason;
import org.feierabend.decision.Sentence;
import org.feierabend.intake.Acceptance.Accepted;
import org.feierabend.intake.Acceptance.Digest;
import org.feierabend.intake.KeptCard;
import org.feierabend.intake.WhyCard;
import org.feierabend.intake.WhyCards;
import org.feierabend.people.Employer;
import org.feierabend.report.WeekKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cards in the tables of their week, on real PostgreSQL. */
class WhyCardsTest {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final PersonId ANNA = new PersonId("anna");
  private static Database database;

  private final WeekKey key = new WeekKey(new byte[32]);
  private JdbcWhyCards cards;
  private Employer employer;

  @BeforeAll
  static void open() {
    database = Postgres.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void employ() {
    cards = new JdbcWhyCards(database);
    employer = new JpaDirectory(database).create(Sample.city("cards-" + NEXT.incrementAndGet(), 1));
    new JdbcWeeks(database).open(employer, WEEK);
  }

  @Test
  void of_a_week_the_first_two_hundred_are_kept_over_batches_and_repeats() {
    commit(0, 150);
    commit(100, 300); // fifty of them were there before
    assertEquals(WhyCards.MOST, rules().size());
    assertEquals(WhyCards.MOST, rules().stream().distinct().count());
  }

  @Test
  void a_batch_is_one_sheet_for_each_person_and_hundreds_are_written_at_once() {
    List<Accepted> all = new ArrayList<>();
    for (int i = 0; i < 600; i++)
      all.add(accepted(i, i < 100 ? ANNA : new PersonId("person-" + i / 2)));
    new JdbcAcceptance(database).commit(employer, Sample.only(all));
    assertEquals(1, cards.of(employer, WEEK, key.pseudonym(ANNA)).size());
    assertEquals(100, rules().size());
    assertEquals(1, cards.of(employer, WEEK, key.pseudonym(new PersonId("person-299"))).size());
  }

  @Test
  void an_erased_persons_cards_are_gone_and_nobody_elses() {
    commit(0, 3);
    cards.erase(employer, WEEK, key.pseudonym(new PersonId("bela")));
    assertEquals(3, rules().size());
    cards.erase(employer, WEEK, key.pseudonym(ANNA));
    assertTrue(cards.of(employer, WEEK, key.pseudonym(ANNA)).isEmpty());
    commit(3, 4);
    assertEquals(1, cards.of(employer, WEEK, key.pseudonym(ANNA)).size());
  }

  @Test
  void a_week_that_is_gone_has_no_cards_and_its_erasure_is_no_error() {
    byte[] anna = key.pseudonym(ANNA);
    assertTrue(cards.of(employer, WEEK.next(), anna).isEmpty());
    cards.erase(employer, WEEK.next(), anna);
    assertArrayEquals(new byte[0][], cards.of(employer, WEEK.next(), anna).toArray(byte[][]::new));
  }

  @Test
  void the_wish_for_none_lasts_and_can_be_taken_back() {
    cards.want(employer, 7, false);
    cards.want(employer, 7, false);
    assertEquals(Set.of(7L), cards.unwanted(employer));
    cards.want(employer, 7, true);
    assertTrue(cards.unwanted(employer).isEmpty());
  }

  private void commit(int from, int to) {
    List<Accepted> all = new ArrayList<>();
    for (int i = from; i < to; i++) all.add(accepted(i, ANNA));
    new JdbcAcceptance(database).commit(employer, Sample.only(all));
  }

  private Accepted accepted(int i, PersonId person) {
    return new Accepted(
        WEEK,
        Digest.of(Sample.digest(i)),
        Optional.empty(),
        "outcome:DELIVER",
        List.of("default"),
        Optional.of(new KeptCard(key, key.pseudonym(person), card(i))),
        Optional.empty());
  }

  private static WhyCard card(int i) {
    return new WhyCard(
        Instant.parse("2026-02-02T06:00:00Z"),
        Channel.MAIL,
        "DELIVER",
        Optional.empty(),
        new Reason(
            "rule-" + i, new Sentence("Satz", "sentence"), "basis", Reason.RestsOn.AGREEMENT),
        "7f3a");
  }

  private List<String> rules() {
    return cards.of(employer, WEEK, key.pseudonym(ANNA)).stream()
        .map(sheet -> new String(key.open(sheet), StandardCharsets.ISO_8859_1))
        .flatMap(text -> Pattern.compile("rule-\\d+").matcher(text).results())
        .map(MatchResult::group)
        .toList();
  }
}
