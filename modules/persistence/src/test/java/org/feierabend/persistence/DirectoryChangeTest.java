package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Addresses;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.Employer;
import org.feierabend.people.NewEmployer.NewPerson;
import org.feierabend.people.Person;
import org.feierabend.people.Staff;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.report.BlockPartition;
import org.feierabend.report.BlockPlan;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DirectoryChangeTest {
  private static final UnitId ROADS = new UnitId("roads");
  private static final UnitId PARKS = new UnitId("parks");
  private static final Addresses ANNA =
      new Addresses(
          Optional.of("kc-17"),
          List.of("Anna@Stadt.example", "a.h@stadt.example"),
          List.of("anna@chat.example/phone"));
  private static Database database;

  @BeforeAll
  static void open() {
    database = Postgres.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void a_person_is_found_by_each_address_whatever_its_case_also_after_a_restart() {
    JpaDirectory directory = new JpaDirectory(database);
    Employer employer = directory.create(Sample.city("addresses", 2));
    Sample.change(directory, employer, now -> DirectoryChange.join(now, anna(ROADS, ANNA)));
    for (JpaDirectory d : List.of(directory, new JpaDirectory(database))) {
      Person anna = d.person(employer, new PersonId("anna")).orElseThrow();
      assertEquals(ANNA, anna.addresses());
      assertEquals(Optional.of(anna), d.byMail(employer, "ANNA@stadt.EXAMPLE"));
      assertEquals(Optional.of(anna), d.byMail(employer, "a.h@stadt.example"));
      assertEquals(Optional.of(anna), d.byChat(employer, "anna@chat.example/laptop"));
      assertEquals(Optional.empty(), d.byChat(employer, "a.h@stadt.example"));
      assertEquals(Optional.empty(), d.byMail(employer, "nobody@stadt.example"));
      assertEquals(3, d.people(employer).size());
    }
  }

  @Test
  void who_leaves_is_gone_at_once_and_the_address_is_free_for_somebody_else() {
    JpaDirectory directory = new JpaDirectory(database);
    Employer employer = directory.create(Sample.city("leaving", 2));
    Sample.change(directory, employer, now -> DirectoryChange.join(now, anna(ROADS, ANNA)));
    Sample.change(directory, employer, now -> DirectoryChange.leave(now, new PersonId("anna")));
    NewPerson berta =
        new NewPerson(
            new PersonId("berta"), PARKS, ANNA, PersonFacts.ordinary(Sample.BERLIN, "09564000"));
    Sample.change(directory, employer, now -> DirectoryChange.join(now, berta));
    for (JpaDirectory d : List.of(directory, new JpaDirectory(database))) {
      assertEquals(Optional.empty(), d.person(employer, new PersonId("anna")));
      assertEquals(
          new PersonId("berta"), d.byMail(employer, "anna@stadt.example").orElseThrow().id());
    }
  }

  @Test
  void units_are_renamed_moved_added_and_closed_in_one_step_with_their_people() {
    JpaDirectory directory = new JpaDirectory(database);
    Employer employer = directory.create(Sample.city("units", 4));
    Unit water =
        new Unit(
            new UnitId("water"),
            new Sentence("Wasser", "Water"),
            Optional.of(new UnitId("city")),
            Optional.of("g-1"));
    Unit roads =
        new Unit(ROADS, new Sentence("Straßen", "Streets"), Optional.of(new UnitId("water")));
    Sample.change(
        directory,
        employer,
        now -> {
          List<Person> moved = new ArrayList<>();
          for (Person p : now.people().values())
            if (p.unit().equals(PARKS))
              moved.add(new Person(p.no(), p.id(), water.id(), p.addresses(), p.facts()));
          return new DirectoryChange(
              List.of(now.units().get(0), water, roads), List.of(), moved, Set.of());
        });
    for (JpaDirectory d : List.of(directory, new JpaDirectory(database))) {
      assertEquals(List.of(water, roads), d.units(employer).subList(1, 3));
      assertEquals(2, d.staff(employer).headcounts().get(water.id()));
    }
  }

  @Test
  void a_change_that_does_not_fit_says_why_and_leaves_everything_as_it_was() {
    JpaDirectory directory = new JpaDirectory(database);
    Employer employer = directory.create(Sample.city("unfit", 3));
    Sample.change(directory, employer, now -> DirectoryChange.join(now, anna(ROADS, ANNA)));
    Staff before = directory.staff(employer);
    refused(directory, employer, now -> DirectoryChange.join(now, anna(ROADS, ANNA)), "taken");
    refused(
        directory,
        employer,
        now -> DirectoryChange.join(now, anna(new UnitId("moon"), Addresses.NONE)),
        "taken");
    refused(
        directory,
        employer,
        now ->
            DirectoryChange.join(
                now,
                new NewPerson(
                    new PersonId("b"),
                    ROADS,
                    new Addresses(Optional.empty(), List.of("anna@stadt.example"), List.of()),
                    PersonFacts.ordinary(Sample.BERLIN, "09564000"))),
        "same mail address");
    refused(
        directory,
        employer,
        now -> new DirectoryChange(now.units().subList(0, 2), List.of(), List.of(), Set.of()),
        "would be in unit 'parks'");
    assertEquals(before, directory.staff(employer));
    assertEquals(before.people(), new JpaDirectory(database).staff(employer).people());
  }

  @Test
  void a_reorganisation_takes_effect_on_blocks_with_the_next_quarter() {
    JpaDirectory directory = new JpaDirectory(database);
    Employer employer = directory.create(Sample.city("quarter", 60));
    JdbcBlockPlans plans =
        new JdbcBlockPlans(database, directory, (e, q, u, s) -> BlockPartition.of(q, u, s, 10));
    BlockPlan frozen = plans.of(employer, "2026-Q1");
    Person mover = directory.people(employer).iterator().next();
    Person leaver = directory.people(employer).stream().skip(2).findFirst().orElseThrow();
    Sample.change(
        directory,
        employer,
        now ->
            new DirectoryChange(
                now.units(),
                List.of(anna(ROADS, ANNA)),
                List.of(
                    new Person(mover.no(), mover.id(), PARKS, mover.addresses(), mover.facts())),
                Set.of(leaver.id())));
    Person anna = directory.person(employer, new PersonId("anna")).orElseThrow();
    JdbcBlockPlans restarted =
        new JdbcBlockPlans(database, directory, (e, q, u, s) -> BlockPartition.of(q, u, s, 10));
    for (JdbcBlockPlans p : List.of(plans, restarted)) {
      assertEquals(frozen, p.of(employer, "2026-Q1"));
      assertEquals(frozen.blockOf(ROADS), p.block(employer, "2026-Q1", mover));
      assertEquals(frozen.blockOf(ROADS), p.block(employer, "2026-Q1", leaver));
      assertEquals(Optional.empty(), p.block(employer, "2026-Q1", anna));
      BlockPlan next = p.of(employer, "2026-Q2");
      assertEquals(29, next.headcount(ROADS));
      assertEquals(31, next.headcount(PARKS));
      assertEquals(next.blockOf(PARKS), p.block(employer, "2026-Q2", mover));
      assertEquals(next.blockOf(ROADS), p.block(employer, "2026-Q2", anna));
      assertEquals(Optional.empty(), p.block(employer, "2026-Q2", leaver));
    }
  }

  private static void refused(
      JpaDirectory directory,
      Employer employer,
      java.util.function.Function<Staff, DirectoryChange> step,
      String says) {
    var refusal =
        assertThrows(
            IllegalArgumentException.class, () -> Sample.change(directory, employer, step));
    assertTrue(refusal.getMessage().contains(says), refusal.getMessage());
  }

  private static NewPerson anna(UnitId unit, Addresses addresses) {
    return new NewPerson(
        new PersonId("anna"), unit, addresses, PersonFacts.ordinary(Sample.BERLIN, "09564000"));
  }
}
