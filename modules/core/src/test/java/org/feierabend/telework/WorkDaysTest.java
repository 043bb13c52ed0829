package org.feierabend.telework;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Sentence;
import org.feierabend.decision.Unfit;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.IsoWeek;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Hours;
import org.feierabend.timeline.PersonFacts.Roster;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.TestHolidays;
import org.feierabend.timeline.WorkPattern;
import org.junit.jupiter.api.Test;

/** Days on which there is nothing to plan. */
class WorkDaysTest {
  private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
  private static final LocalDate SUNDAY = LocalDate.of(2026, 9, 13);
  private static final Employer TOWN =
      new Employer(
          new EmployerId("town"),
          1,
          "Town",
          ZoneId.of("Europe/Berlin"),
          "09564000",
          Employer.ClockKind.WALL,
          new IsoWeek(2026, 1),
          true,
          "p0");
  private static final WorkDays DAYS = new WorkDays(employer -> TestHolidays.INSTANCE);

  private static Person person(Optional<WorkPattern> pattern, Roster roster) {
    return new Person(
        1,
        new PersonId("ann"),
        new UnitId("office"),
        new PersonFacts(
            "Europe/Berlin",
            PersonFacts.Regime.TARIF,
            Set.of(),
            "09564000",
            List.of(),
            new Hours(Optional.empty(), pattern, Optional.empty(), List.of()),
            List.of(),
            roster));
  }

  private static Optional<Sentence> off(Person person, LocalDate date) {
    return DAYS.off(TOWN, person, date);
  }

  @Test
  void a_holiday_of_the_municipality_and_a_sunday_need_no_plan_and_the_day_before_does() {
    Person ann = person(Optional.empty(), Roster.NONE);
    Sentence said = assertThrows(Unfit.class, () -> DAYS.require(TOWN, ann, CHRISTMAS)).why();
    assertEquals(
        "2026-12-25 is a public holiday in your municipality; no telework need be planned for it.",
        said.en());
    assertEquals(
        "Am 25.12.2026 ist in Ihrer Gemeinde Feiertag; dafür muss keine Telearbeit geplant werden.",
        said.de());
    assertEquals("Sonntag", off(ann, SUNDAY).orElseThrow().de());
    assertDoesNotThrow(() -> DAYS.require(TOWN, ann, CHRISTMAS.minusDays(1)));
    assertDoesNotThrow(() -> DAYS.require(TOWN, ann, SUNDAY.minusDays(1)));
  }

  @Test
  void a_weekday_off_may_be_swapped_for_another() {
    Person part = person(Optional.of(WorkPattern.without(Set.of(DayOfWeek.FRIDAY))), Roster.NONE);
    assertEquals(Optional.empty(), off(part, LocalDate.of(2026, 9, 18)));
    assertTrue(off(part, SUNDAY).isPresent());
  }

  @Test
  void whoever_works_on_sundays_by_duty_or_roster_plans_them() {
    Roster duty = new Roster(List.of(), List.of(), Set.of("winter"), List.of(), List.of());
    assertEquals(Optional.empty(), off(person(Optional.empty(), duty), SUNDAY));
    Span night =
        new Span(Instant.parse("2026-09-12T20:00:00Z"), Instant.parse("2026-09-13T04:00:00Z"));
    Person shift =
        person(
            Optional.empty(),
            new Roster(List.of(night), List.of(), Set.of(), List.of(), List.of()));
    assertEquals(Optional.empty(), off(shift, SUNDAY));
    assertTrue(off(shift, SUNDAY.plusDays(7)).isPresent());
  }
}
