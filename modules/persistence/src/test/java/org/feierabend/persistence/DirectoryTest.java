package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger.Level;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Who;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Employer;
import org.feierabend.people.Employer.ClockKind;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Person;
import org.feierabend.people.Role;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.WorkPattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private static final PersonFacts.Span SPAN =
      new PersonFacts.Span(
          Instant.parse("2026-08-01T00:00:00Z"), Instant.parse("2026-08-15T12:34:56.789012Z"));
  private static final PersonFacts EVERYTHING =
      new PersonFacts(
          "Mars/Olympus",
          PersonFacts.Regime.BEAMTE,
          Set.of(PersonFacts.Flag.HEAD, PersonFacts.Flag.PROTECTED),
          "09761000",
          List.of(
              new PersonFacts.Travel(
                  LocalDate.of(2026, 9, 14), LocalDate.of(2026, 9, 18), "America/New_York")),
          new PersonFacts.Hours(
              Optional.of(
                  List.of(
                      new PersonFacts.WeeklyWindow(
                          Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                          LocalTime.of(7, 0),
                          LocalTime.of(19, 0)),
                      new PersonFacts.WeeklyWindow(
                          Set.of(DayOfWeek.SUNDAY), LocalTime.of(22, 30), LocalTime.of(1, 0)))),
              Optional.of(
                  new WorkPattern(
                      LocalDate.of(2026, 1, 5),
                      List.of(Set.of(DayOfWeek.MONDAY), Set.of(DayOfWeek.TUESDAY)))),
              Optional.of("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
              List.of(
                  new PersonFacts.WeeklyWindow(
                      Set.of(DayOfWeek.TUESDAY), LocalTime.of(9, 0), LocalTime.of(11, 0)))),
          List.of(
              new Absence(SPAN, Optional.of(new PersonId("Ö\"\\ deputy"))),
              new Absence(SPAN, Optional.empty(), 3)),
          new PersonFacts.Roster(
              List.of(SPAN),
              List.of(
                  new PersonFacts.OnCall(SPAN, "winter-service"),
                  new PersonFacts.OnCall(SPAN, "water", Optional.of(Duration.ofMinutes(20)))),
              Set.of("PUBLIC_ORDER", "FIRE"),
              List.of(),
              List.of()));

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
  void an_employers_clock_changes_together_with_what_is_told_of_it_or_not_at_all() {
    JpaDirectory directory = new JpaDirectory(database);
    Employer city = directory.create(Sample.city("clock", 1));
    List<String> told = new ArrayList<>();
    AuditLog log = Audited.into(database, told);
    assertThrows(
        IllegalStateException.class,
        () ->
            log.together(
                () -> {
                  directory.followWallClock(city);
                  throw new IllegalStateException("the entry cannot be written");
                }));
    for (JpaDirectory d : List.of(directory, new JpaDirectory(database)))
      assertEquals(ClockKind.EVENT, d.employer(city.id()).orElseThrow().clock());
    AuditEntry entry =
        AuditEntry.of(
            city.id(), AuditEvent.EMPLOYER_CHANGED, Who.of(Role.OPERATOR), SPAN.from(), Map.of());
    assertTrue(log.noted(() -> directory.followWallClock(city).clock() == ClockKind.WALL, entry));
    for (JpaDirectory d : List.of(directory, new JpaDirectory(database)))
      assertEquals(ClockKind.WALL, d.employer(city.id()).orElseThrow().clock());
    assertEquals(List.of("employer.changed by operator {}"), told);
  }

  @Test
  void a_person_comes_back_exactly_as_stored_also_after_a_restart() {
    NewEmployer city = Sample.city("roundtrip", 3);
    List<NewEmployer.NewPerson> people = new ArrayList<>(city.people());
    PersonId id = new PersonId("Jürgen'; DROP TABLE person;--");
    people.add(new NewEmployer.NewPerson(id, new UnitId("parks"), EVERYTHING));
    JpaDirectory directory = new JpaDirectory(database);
    Employer employer = directory.create(with(city, people));
    for (JpaDirectory d : List.of(directory, new JpaDirectory(database))) {
      Person person = d.person(employer, id).orElseThrow();
      assertEquals(EVERYTHING, person.facts());
      assertEquals(new UnitId("parks"), person.unit());
      assertEquals(Optional.of(person), d.person(employer, person.no()));
      assertEquals(Optional.of(employer), d.employer(city.id()));
      assertEquals(city.units(), d.units(employer));
      assertEquals(4, d.people(employer).size());
      assertEquals(1, d.version(employer, id));
    }
  }

  @Test
  void of_two_changes_from_the_same_version_one_wins() {
    JpaDirectory directory = new JpaDirectory(database);
    Employer employer = directory.create(Sample.city("versions", 2));
    PersonId id = Sample.city("versions", 2).people().get(1).id();
    long version = directory.version(employer, id);
    assertTrue(directory.replaceFacts(employer, id, EVERYTHING, version));
    assertFalse(
        directory.replaceFacts(employer, id, EVERYTHING.withWindows(Optional.empty()), version));
    assertEquals(EVERYTHING, directory.person(employer, id).orElseThrow().facts());
    assertEquals(version + 1, directory.version(employer, id));
    assertEquals(EVERYTHING, new JpaDirectory(database).person(employer, id).orElseThrow().facts());
  }

  @Test
  void twenty_thousand_people_are_stored_in_one_go() {
    try (Database large = Postgres.fresh()) {
      JpaDirectory directory = new JpaDirectory(large);
      NewEmployer city = Sample.city("large", 20_000);
      long start = System.nanoTime();
      Employer employer = directory.create(city);
      long took = (System.nanoTime() - start) / 1_000_000;
      System.getLogger("speed").log(Level.INFO, "stored 20,000 people in {0} ms", took);
      assertEquals(20_000, directory.people(employer).size());
      assertTrue(took < 20_000, "took " + took + " ms"); // 1 to 3 s; more only when others work
    }
  }

  @Test
  void an_employer_id_is_given_once() {
    JpaDirectory directory = new JpaDirectory(database);
    directory.create(Sample.city("twice", 1));
    var refusal =
        assertThrows(
            IllegalArgumentException.class, () -> directory.create(Sample.city("twice", 1)));
    assertTrue(refusal.getMessage().contains("'twice'"), refusal.getMessage());
  }

  @Test
  void a_refused_document_leaves_nothing_and_names_no_person() {
    JpaDirectory directory = new JpaDirectory(database);
    NewEmployer city = Sample.city("half", 2);
    List<NewEmployer.NewPerson> people = new ArrayList<>(city.people());
    people.add(people.get(0));
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> directory.create(with(city, people)));
    assertTrue(refusal.getMessage().contains("number 1 and 3"), refusal.getMessage());
    assertFalse(refusal.getMessage().contains("person-0"), refusal.getMessage());
    assertEquals(Optional.empty(), directory.employer(new EmployerId("half")));
    assertEquals(Optional.empty(), new JpaDirectory(database).employer(new EmployerId("half")));
  }

  @Test
  void an_error_of_the_database_quotes_no_row() {
    JpaDirectory directory = new JpaDirectory(database);
    directory.create(Sample.city("quoted", 1));
    var refusal =
        assertThrows(
            IllegalStateException.class,
            () ->
                database.transaction(
                    c ->
                        Sql.update(
                            c,
                            "INSERT INTO person (employer, id, unit, facts)"
                                + " SELECT employer, id, unit, facts FROM person")));
    for (Throwable t = refusal; t != null; t = t.getCause())
      assertFalse(String.valueOf(t.getMessage()).contains("person-0"), t.getMessage());
  }

  private static NewEmployer with(NewEmployer e, List<NewEmployer.NewPerson> people) {
    return new NewEmployer(
        e.id(),
        e.name(),
        e.zone(),
        e.municipality(),
        e.clock(),
        e.firstWeek(),
        e.synthetic(),
        e.policy(),
        e.units(),
        people);
  }
}
