package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Role;
import org.feierabend.people.UnitId;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Arrangement.All;
import org.feierabend.telework.Arrangement.One;
import org.feierabend.telework.Arrangement.State;
import org.feierabend.telework.Quota;
import org.feierabend.telework.TeleworkAgreement;
import org.feierabend.telework.TeleworkAgreement.Revocation;
import org.feierabend.telework.TeleworkAgreement.Term;
import org.feierabend.telework.TeleworkAgreement.Workplace;
import org.feierabend.telework.TeleworkDay;
import org.feierabend.telework.TeleworkDays.Change;
import org.feierabend.telework.TeleworkDays.Planned;
import org.feierabend.telework.TeleworkDays.Standing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Telework agreements and days on real PostgreSQL. */
class TeleworkTest {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Instant NOW = Instant.parse("2026-02-03T10:00:00Z");
  private static final LocalDate MONDAY = LocalDate.parse("2026-02-09");
  private static Database database;

  private JdbcArrangements arrangements;
  private JdbcTeleworkDays days;
  private Employer employer;
  private List<Person> people;

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
    arrangements = new JdbcArrangements(database);
    days = new JdbcTeleworkDays(database);
    JpaDirectory directory = new JpaDirectory(database);
    employer = directory.create(Sample.city("telework-" + NEXT.incrementAndGet(), 2));
    people = new ArrayList<>(directory.people(employer));
  }

  private static TeleworkAgreement terms(int percent) {
    return new TeleworkAgreement(
        new Quota(percent * 100),
        2,
        Optional.of(Duration.ofMinutes(2340)),
        Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
        Set.of("home", "library"),
        3,
        new Term(
            Optional.of(MONDAY),
            Optional.of(MONDAY.plusYears(1)),
            Optional.of(new Revocation(MONDAY.plusMonths(6), true))),
        new Workplace(true, false));
  }

  private Arrangement proposed(Arrangement.Whom whom, int percent) {
    return new Arrangement(
        UUID.randomUUID(), whom, State.PROPOSED, Role.HR, terms(percent), "AT", NOW, 1);
  }

  @Test
  void an_agreement_comes_back_as_it_was_kept() {
    Arrangement one = proposed(new One(people.get(0).no()), 40);
    Arrangement all = proposed(new All(new UnitId("roads")), 20);
    arrangements.add(employer, one);
    arrangements.add(employer, all);
    assertEquals(Optional.of(one), arrangements.find(employer, one.id()));
    assertEquals(Optional.of(all), arrangements.find(employer, all.id()));
    assertEquals(List.of(one), arrangements.of(employer, people.get(0).no()));
    assertEquals(List.of(), arrangements.of(employer, people.get(1).no()));
    assertEquals(2, arrangements.all(employer).size());
  }

  @Test
  void the_same_again_changes_nothing_and_another_town_finds_none() {
    Arrangement one = proposed(new One(people.get(0).no()), 40);
    arrangements.add(employer, one);
    arrangements.add(employer, one.agree(Role.EMPLOYEE, NOW));
    assertEquals(Optional.of(one), arrangements.find(employer, one.id()));
    Employer other =
        new JpaDirectory(database).create(Sample.city("elsewhere-" + NEXT.incrementAndGet(), 1));
    assertEquals(Optional.empty(), arrangements.find(other, one.id()));
  }

  @Test
  void who_is_slower_is_told_and_the_newer_agreement_replaces_the_older() {
    One whom = new One(people.get(0).no());
    Arrangement first = proposed(whom, 40);
    arrangements.add(employer, first);
    Arrangement agreed = first.agree(Role.EMPLOYEE, NOW);
    assertTrue(arrangements.replace(employer, agreed));
    assertFalse(
        arrangements.replace(employer, first.decline(Role.EMPLOYEE, NOW)), "version 1 is gone");
    Arrangement second = proposed(whom, 20);
    arrangements.add(employer, second);
    Arrangement unit = proposed(new All(new UnitId("roads")), 10);
    arrangements.add(employer, unit);
    assertTrue(arrangements.replace(employer, unit.agree(Role.COUNCIL, NOW)));
    assertTrue(arrangements.replace(employer, second.agree(Role.EMPLOYEE, NOW)));
    assertEquals(State.REPLACED, arrangements.find(employer, first.id()).orElseThrow().state());
    assertEquals(State.AGREED, arrangements.find(employer, unit.id()).orElseThrow().state());
  }

  /** A second one waits for the first to be written, and then is none. */
  @Test
  void of_proposals_made_in_the_same_instant_one_is_kept_and_nothing_else_is_lost()
      throws Exception {
    for (Arrangement.Whom whom :
        List.of(new One(people.get(1).no()), new All(new UnitId("parks")))) {
      Arrangement draft =
          new Arrangement(UUID.randomUUID(), whom, State.DRAFT, Role.HR, terms(40), "AT", NOW, 1);
      arrangements.add(employer, draft);
      List<Callable<Boolean>> steps = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Arrangement one = proposed(whom, 10 + i);
        steps.add(
            () -> {
              arrangements.add(employer, one);
              return arrangements.find(employer, one.id()).isPresent();
            });
      }
      steps.add(() -> arrangements.replace(employer, draft.propose(NOW)));
      assertEquals(1, AtOnce.all(steps).stream().filter(kept -> kept).count());
      List<Arrangement> all =
          arrangements.all(employer).stream().filter(a -> a.whom().equals(whom)).toList();
      assertEquals(1, all.stream().filter(a -> a.state() == State.PROPOSED).count());
      assertTrue(all.stream().anyMatch(a -> a.id().equals(draft.id())), "the draft stays a draft");
    }
  }

  private Planned planned(Person person, LocalDate date, Standing standing) {
    return new Planned(person.no(), new TeleworkDay(date, 468), "home", standing);
  }

  private void put(Planned... planned) {
    for (Planned p : planned)
      days.change(employer, p.person(), before -> new Change(List.of(p), List.of()));
  }

  @Test
  void days_are_kept_changed_and_forgotten() {
    Planned asked = planned(people.get(0), MONDAY, Standing.ASKED);
    Planned granted = planned(people.get(1), MONDAY.plusDays(1), Standing.GRANTED);
    put(asked, granted);
    assertEquals(List.of(asked), days.of(employer, people.get(0).no()));
    assertEquals(List.of(asked), days.asked(employer));
    assertEquals(List.of(asked), days.between(employer, MONDAY, MONDAY.plusDays(1)));
    put(planned(people.get(0), MONDAY, Standing.GRANTED));
    assertEquals(List.of(), days.asked(employer));
    days.forget(employer, MONDAY.plusDays(1));
    assertEquals(List.of(granted), days.between(employer, MONDAY, MONDAY.plusDays(9)));
    days.change(
        employer, granted.person(), before -> new Change(List.of(), List.of(MONDAY.plusDays(1))));
    assertEquals(List.of(), days.of(employer, granted.person()));
  }

  @Test
  void colleagues_see_those_who_want_it() {
    days.show(employer, people.get(0).no(), true);
    days.show(employer, people.get(0).no(), true);
    assertEquals(Set.of(people.get(0).no()), days.shown(employer));
    days.show(employer, people.get(0).no(), false);
    assertEquals(Set.of(), days.shown(employer));
  }

  /** Each takes a day only while fewer than two are planned; without the lock most would. */
  @Test
  void of_many_requests_at_once_no_two_find_the_same_room() throws Exception {
    long person = people.get(0).no();
    List<Callable<Boolean>> asked = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      Planned wanted = planned(people.get(0), MONDAY.plusDays(i), Standing.GRANTED);
      asked.add(
          () -> {
            days.change(
                employer,
                person,
                before -> new Change(before.size() < 2 ? List.of(wanted) : List.of(), List.of()));
            return true;
          });
    }
    AtOnce.all(asked);
    assertEquals(2, days.of(employer, person).size());
  }
}
