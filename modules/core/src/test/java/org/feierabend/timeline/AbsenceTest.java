package org.feierabend.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.feierabend.contact.PersonId;
import org.feierabend.timeline.PersonFacts.Span;
import org.junit.jupiter.api.Test;

class AbsenceTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 9);
  private static final Optional<PersonId> OTHER = Optional.of(new PersonId("p-2"));
  private static final Absence FRIDAYS = new Absence(day(FRIDAY), OTHER, 1);

  @Test
  void every_friday_is_a_whole_day_by_the_clock_on_the_wall_for_years() {
    for (LocalDate date = FRIDAY; date.getYear() < 2029; date = date.plusDays(1)) {
      boolean friday = date.getDayOfWeek() == DayOfWeek.FRIDAY;
      Span whole = day(date);
      assertEquals(friday ? List.of(whole) : List.of(), FRIDAYS.within(whole, BERLIN), "" + date);
      assertEquals(friday, FRIDAYS.holds(whole.from(), BERLIN), "" + date);
      assertEquals(friday, FRIDAYS.holds(whole.to().minusMillis(1), BERLIN), "" + date);
    }
  }

  @Test
  void none_lies_before_the_first() {
    assertFalse(FRIDAYS.holds(day(FRIDAY.minusWeeks(1)).from(), BERLIN));
    assertTrue(FRIDAYS.within(day(FRIDAY.minusDays(1)), BERLIN).isEmpty());
  }

  @Test
  void every_third_week_lies_between_two_that_are_worked() {
    Absence third =
        new Absence(
            LocalDays.days(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 11), BERLIN), OTHER, 3);
    Span year = LocalDays.days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), BERLIN);
    List<Span> all = third.within(year, BERLIN);
    assertEquals(18, all.size()); // 5 January and every 21 days on, the last on 28 December
    for (int i = 0; i < all.size(); i++) {
      LocalDate monday = LocalDate.of(2026, 1, 5).plusWeeks(3L * i);
      assertEquals(LocalDays.days(monday, monday.plusDays(6), BERLIN), all.get(i));
    }
  }

  @Test
  void an_absence_of_once_comes_once() {
    Absence once = new Absence(day(FRIDAY), OTHER);
    assertTrue(once.holds(day(FRIDAY).from(), BERLIN));
    assertFalse(once.holds(day(FRIDAY.plusWeeks(1)).from(), BERLIN));
  }

  @Test
  void it_is_over_before_it_comes_again() {
    Span longer = LocalDays.days(FRIDAY, FRIDAY.plusDays(7), BERLIN);
    assertThrows(IllegalArgumentException.class, () -> new Absence(longer, OTHER, 1));
    assertThrows(IllegalArgumentException.class, () -> new Absence(day(FRIDAY), OTHER, 9));
    assertEquals(2, new Absence(longer, OTHER, 2).everyWeeks());
  }

  @Test
  void whom_the_other_half_stands_in_for_every_friday_is_absent_on_a_friday_in_june() {
    PersonFacts facts = PersonFacts.ordinary(BERLIN, "09564000").withAbsences(List.of(FRIDAYS));
    Instant june = Instant.parse("2026-06-19T08:00:00Z");
    assertEquals(List.of(FRIDAYS), facts.absencesAt(june));
    assertEquals(List.of(), facts.absencesAt(june.plusSeconds(86_400)));
  }

  private static Span day(LocalDate date) {
    return LocalDays.days(date, date, BERLIN);
  }
}
