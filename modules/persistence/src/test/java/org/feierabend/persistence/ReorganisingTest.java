package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.feierabend.audit.AuditLog;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.Account;
import org.feierabend.directory.Import;
import org.feierabend.directory.Reading;
import org.feierabend.directory.Reorganisations.Plan;
import org.feierabend.directory.Reorganisations.State;
import org.feierabend.directory.Reorganising;
import org.feierabend.directory.Said;
import org.feierabend.directory.Said.Field;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Role;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.report.BlockPartition;
import org.feierabend.report.BlockPlan;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Quota;
import org.feierabend.telework.TeleworkAgreement;
import org.junit.jupiter.api.Test;

class ReorganisingTest {
  private static final Instant NOW = Instant.parse("2026-02-10T10:00:00Z");
  private static final UnitId ROADS = new UnitId("roads");
  private static final UnitId PARKS = new UnitId("parks");
  private static final UnitId WATER = new UnitId("water");

  @Test
  void what_is_confirmed_holds_when_the_quarters_blocks_are_cut_and_not_before() {
    try (Database database = Postgres.fresh()) {
      JpaDirectory directory = new JpaDirectory(database);
      Employer employer = directory.create(Sample.city("reorganised", 60));
      Reorganising reorganising = reorganising(database, directory);
      JdbcBlockPlans plans = plans(database, directory, reorganising);
      BlockPlan before = plans.of(employer, "2026-Q1");
      List<Person> roads = in(directory, employer, ROADS);

      // parks are merged into roads, twelve of roads are split off as water
      Reading reading = reading(employer, roads.subList(0, 12));
      Account seen = reorganising.preview(employer, reading);
      assertEquals(List.of(), seen.complaints());
      assertEquals(48, seen.after().headcounts().get(ROADS));
      assertEquals(12, seen.after().headcounts().get(WATER));
      reorganising.propose(employer, "2026-Q2", reading, NOW);
      assertEquals(before, plans.of(employer, "2026-Q1"));
      assertTrue(reorganising.confirm(employer, "2026-Q2", NOW));
      assertFalse(reorganising.confirm(employer, "2026-Q2", NOW), "once");
      assertThrows(
          IllegalStateException.class,
          () -> reorganising.propose(employer, "2026-Q2", reading, NOW));
      reorganising.carryOut(employer, "2026-Q1", NOW);
      assertEquals(30, in(directory, employer, PARKS).size(), "not before its quarter");

      // somebody who was to move leaves meanwhile: the plan forgets them too
      Sample.change(directory, employer, now -> DirectoryChange.leave(now, roads.get(0).id()));
      new JdbcDepartures(database)
          .pending(employer)
          .forEach(p -> new JdbcDepartures(database).forget(employer, p, NOW));
      assertEquals(11, reorganising.all(employer).get(0).moves().size());

      BlockPlan next = plans.of(employer, "2026-Q2");
      assertEquals(48, next.headcount(ROADS));
      assertEquals(11, next.headcount(WATER));
      assertEquals(Optional.empty(), next.unit(PARKS));
      assertEquals(Optional.of(NOW), reorganising.all(employer).get(0).applied());
      assertEquals(
          List.of(
              "reorganisation.proposed by hr {quarter=2026-Q2}",
              "reorganisation.confirmed by hr {quarter=2026-Q2}",
              "reorganisation.carried-out by server {quarter=2026-Q2}",
              "people.changed by server {changed=41, joined=0, left=0, units=2}"),
          audited);
      assertEquals(before, plans.of(employer, "2026-Q1"), "the running quarter stays");
      assertFalse(reorganising.withdraw(employer, "2026-Q2", NOW), "it is carried out");
    }
  }

  @Test
  void what_fits_no_more_is_refused_whole_and_the_blocks_are_cut_all_the_same() {
    try (Database database = Postgres.fresh()) {
      JpaDirectory directory = new JpaDirectory(database);
      Employer employer = directory.create(Sample.city("unfit", 60));
      Reorganising reorganising = reorganising(database, directory);
      JdbcBlockPlans plans = plans(database, directory, reorganising);
      List<Person> roads = in(directory, employer, ROADS);
      reorganising.propose(employer, "2026-Q2", reading(employer, roads.subList(0, 12)), NOW);
      reorganising.confirm(employer, "2026-Q2", NOW);

      // the unit that parks were to be merged into goes meanwhile
      Sample.change(
          directory,
          employer,
          now ->
              new DirectoryChange(
                  now.units().stream().filter(u -> !u.id().equals(ROADS)).toList(),
                  List.of(),
                  now.people().values().stream()
                      .filter(p -> p.unit().equals(ROADS))
                      .map(p -> new Person(p.no(), p.id(), PARKS, p.addresses(), p.facts()))
                      .toList(),
                  Set.of()));
      BlockPlan next = plans.of(employer, "2026-Q2");
      assertEquals(60, next.headcount(PARKS), "cut from the directory as it stands");
      assertEquals(Optional.empty(), next.unit(WATER), "nothing of it was done");
      Plan refused = reorganising.all(employer).get(0);
      assertEquals(State.REFUSED, refused.state("2026-Q2"));
      assertEquals(Optional.of(NOW), refused.refused());
      assertFalse(reorganising.preview(employer, refused).complaints().isEmpty(), "it says why");
      assertEquals("reorganisation.refused by server {quarter=2026-Q2}", audited.get(2));

      // it is final: a unit that comes back does not bring it in the middle of a quarter
      Unit again = new Unit(ROADS, new Sentence("Tiefbau", "Roads"), Optional.empty());
      Sample.change(
          directory,
          employer,
          now -> {
            List<Unit> units = new ArrayList<>(now.units());
            units.add(again);
            return new DirectoryChange(units, List.of(), List.of(), Set.of());
          });
      reorganising.carryOut(employer, "2026-Q2", NOW);
      assertEquals(State.REFUSED, reorganising.all(employer).get(0).state("2026-Q2"));
      assertEquals(60, directory.staff(employer).headcounts().get(PARKS));
      assertTrue(reorganising.withdraw(employer, "2026-Q2", NOW), "seen, and put away");
    }
  }

  @Test
  void a_unit_with_terms_of_telework_that_hold_stays_and_the_quarter_begins_without_the_plan() {
    try (Database database = Postgres.fresh()) {
      JpaDirectory directory = new JpaDirectory(database);
      Employer employer = directory.create(Sample.city("terms", 60));
      Reorganising reorganising = reorganising(database, directory);
      JdbcBlockPlans plans = plans(database, directory, reorganising);
      agreed(database, employer, PARKS);
      List<Person> roads = in(directory, employer, ROADS);
      reorganising.propose(employer, "2026-Q2", reading(employer, roads.subList(0, 12)), NOW);
      reorganising.confirm(employer, "2026-Q2", NOW);
      assertEquals(30, plans.of(employer, "2026-Q2").headcount(PARKS));
      assertEquals(State.REFUSED, reorganising.all(employer).get(0).state("2026-Q2"));
      assertFalse(audited.toString().contains("people.changed"), "whole or not at all");

      // terms that ended keep no unit open
      database.transaction(
          c ->
              Sql.update(
                  c,
                  "UPDATE telework_agreement SET until_day = '2020-12-31' WHERE employer = ?",
                  employer.no()));
      reorganising.propose(employer, "2026-Q3", reading(employer, roads.subList(0, 12)), NOW);
      reorganising.confirm(employer, "2026-Q3", NOW);
      assertEquals(48, plans.of(employer, "2026-Q3").headcount(ROADS));
    }
  }

  @Test
  void nobody_leaves_by_a_reorganisation_and_it_is_withdrawn_before_its_quarter() {
    try (Database database = Postgres.fresh()) {
      JpaDirectory directory = new JpaDirectory(database);
      Employer employer = directory.create(Sample.city("withdrawn", 60));
      Reorganising reorganising = reorganising(database, directory);
      Person somebody = directory.people(employer).iterator().next();
      Said.OfPerson leaves = person(3, somebody.id(), Optional.empty(), true);
      Account refused =
          reorganising.propose(
              employer,
              "2026-Q2",
              new Reading(new Said(List.of(), List.of(leaves), false), List.of(), List.of()),
              NOW);
      assertEquals(3, refused.complaints().get(0).line());
      assertEquals(List.of(), reorganising.all(employer));
      reorganising.propose(
          employer, "2026-Q2", reading(employer, in(directory, employer, ROADS)), NOW);
      assertTrue(reorganising.withdraw(employer, "2026-Q2", NOW));
      reorganising.carryOut(employer, "2026-Q3", NOW);
      assertEquals(
          Map.of(ROADS, 30, PARKS, 30, new UnitId("city"), 0),
          directory.staff(employer).headcounts());
    }
  }

  private final List<String> audited = new ArrayList<>();

  private Reorganising reorganising(Database database, JpaDirectory directory) {
    AuditLog log = Audited.into(database, audited);
    return new Reorganising(
        directory, new Import(directory, log, e -> {}), new JdbcReorganisations(database), log);
  }

  /** As the server cuts them. */
  private static JdbcBlockPlans plans(
      Database database, JpaDirectory directory, Reorganising reorganising) {
    return new JdbcBlockPlans(
        database,
        (e, quarter) -> {
          reorganising.carryOut(e, quarter, NOW);
          return directory.staff(e);
        },
        (e, q, u, s) -> BlockPartition.of(q, u, s, 10));
  }

  @Test
  void who_is_not_in_the_directory_cannot_be_moved_and_does_not_join_either() {
    try (Database database = Postgres.fresh()) {
      JpaDirectory directory = new JpaDirectory(database);
      Employer employer = directory.create(Sample.city("strangers", 60));
      Said.OfPerson stranger = person(2, new PersonId("new-1"), Optional.of(ROADS), false);
      Reading reading =
          new Reading(new Said(List.of(), List.of(stranger), false), List.of(), List.of());
      Account seen = reorganising(database, directory).propose(employer, "2026-Q2", reading, NOW);
      assertEquals(1, seen.complaints().size(), seen.toString());
      assertEquals("new-1", seen.complaints().get(0).value());
      assertEquals(2, seen.complaints().get(0).line());
      assertEquals(List.of(), seen.steps());
      assertEquals(List.of(), new JdbcReorganisations(database).all(employer));
    }
  }

  @Test
  void a_municipality_no_land_has_is_a_complaint_as_an_unknown_zone_is() {
    try (Database database = Postgres.fresh()) {
      JpaDirectory directory = new JpaDirectory(database);
      Employer employer = directory.create(Sample.city("places", 60));
      Import imports = new Import(directory, Audited.into(database, audited), e -> {});
      for (String place : List.of("123", "99999999", "Coburg", "09564000", "es-md")) {
        Reading reading =
            new Reading(new Said(List.of(), List.of(working(place)), false), List.of(), List.of());
        assertEquals(
            place.equals("09564000") || place.equals("es-md") ? 0 : 1,
            imports.preview(employer, reading, 0).complaints().size(),
            place);
      }
    }
  }

  private static Said.OfPerson working(String municipality) {
    return new Said.OfPerson(
        2,
        new PersonId("new-1"),
        Optional.of(ROADS),
        Field.silent(),
        Field.silent(),
        Field.silent(),
        Optional.empty(),
        Optional.of(municipality),
        Optional.empty(),
        false);
  }

  private static void agreed(Database database, Employer employer, UnitId unit) {
    new JdbcArrangements(database)
        .add(
            employer,
            new Arrangement(
                UUID.randomUUID(),
                new Arrangement.All(unit),
                Arrangement.State.AGREED,
                Role.HR,
                new TeleworkAgreement(
                    new Quota(4_000),
                    2,
                    Optional.empty(),
                    EnumSet.noneOf(DayOfWeek.class),
                    Set.of(),
                    0,
                    TeleworkAgreement.Term.OPEN,
                    new TeleworkAgreement.Workplace(true, true)),
                "DE",
                NOW,
                1));
  }

  private static Reading reading(Employer employer, List<Person> toWater) {
    List<Said.OfUnit> units =
        List.of(
            new Said.OfUnit(
                2,
                WATER,
                Optional.of("Wasser"),
                Optional.of("Water"),
                Field.of(new UnitId("city")),
                Field.silent(),
                false),
            new Said.OfUnit(
                3,
                PARKS,
                Optional.empty(),
                Optional.empty(),
                Field.of(ROADS),
                Field.silent(),
                true));
    List<Said.OfPerson> people = new ArrayList<>();
    for (Person p : toWater)
      people.add(person(4 + people.size(), p.id(), Optional.of(WATER), false));
    return new Reading(new Said(units, people, false), List.of(), List.of());
  }

  private static Said.OfPerson person(
      int line, PersonId id, Optional<UnitId> unit, boolean leaves) {
    return new Said.OfPerson(
        line,
        id,
        unit,
        Field.silent(),
        Field.silent(),
        Field.silent(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        leaves);
  }

  private static List<Person> in(JpaDirectory directory, Employer employer, UnitId unit) {
    return directory.people(employer).stream()
        .filter(p -> Set.of(unit).contains(p.unit()))
        .toList();
  }
}
