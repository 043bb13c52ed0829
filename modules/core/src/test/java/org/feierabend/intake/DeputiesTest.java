package org.feierabend.intake;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.IsoWeek;
import org.feierabend.timeline.PersonFacts.Span;
import org.junit.jupiter.api.Test;

class DeputiesTest {
  private static final Instant AT = Instant.parse("2026-09-15T10:00:00Z");
  private static final Span AWAY =
      new Span(Instant.parse("2026-09-14T00:00:00Z"), Instant.parse("2026-09-19T00:00:00Z"));

  private final Employer employer =
      new Employer(
          new EmployerId("town"),
          1,
          "Town",
          ZoneOffset.UTC,
          "09564000",
          Employer.ClockKind.WALL,
          IsoWeek.parse("2026-W01"),
          true,
          "p0");
  private final People people = new People(employer, "a", "b", "c", "d", "e");
  private final Deputies deputies = new Deputies(employer, people);
  private long version;

  @Test
  void a_deputy_who_is_there_stands_in() {
    away("a", Optional.of("b"));
    assertTrue(standsIn("a"));
  }

  @Test
  void nobody_an_unknown_and_an_absent_deputy_do_not() {
    away("a", Optional.empty());
    assertFalse(standsIn("a"));
    away("a", Optional.of("stranger"));
    assertFalse(standsIn("a"));
    away("a", Optional.of("b"));
    away("b", Optional.empty());
    assertFalse(standsIn("a"));
  }

  @Test
  void two_who_stand_in_for_each_other_and_are_both_away_are_a_loop() {
    away("a", Optional.of("b"));
    away("b", Optional.of("a"));
    assertFalse(standsIn("a"));
  }

  @Test
  void a_chain_is_followed_three_hops_and_no_further() {
    away("a", Optional.of("b"));
    away("b", Optional.of("c"));
    away("c", Optional.of("d"));
    assertTrue(standsIn("a"));
    away("d", Optional.of("e"));
    assertFalse(standsIn("a"));
  }

  private boolean standsIn(String id) {
    return deputies.somebodyStandsIn(person(id), AT);
  }

  private Person person(String id) {
    return people.person(employer, new PersonId(id)).orElseThrow();
  }

  private void away(String id, Optional<String> deputy) {
    Absence absence = new Absence(AWAY, deputy.map(PersonId::new));
    assertTrue(
        people.replaceFacts(
            employer,
            new PersonId(id),
            person(id).facts().withAbsences(List.of(absence)),
            version++));
  }
}
