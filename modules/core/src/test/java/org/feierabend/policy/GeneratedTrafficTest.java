package org.feierabend.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.Test;

class GeneratedTrafficTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate FIRST =
      LocalDate.of(2026, 3, 23); // the clocks change on its Sunday

  private static Traffic traffic(long seed) {
    PersonFacts person = PersonFacts.ordinary(BERLIN, "09564000");
    return new GeneratedTraffic(List.of(person, person), BERLIN, FIRST, 14, 5_000, seed);
  }

  private static List<Instant> told(Traffic traffic, int person) {
    List<Instant> told = new ArrayList<>();
    traffic.tell(person, (contact, at) -> told.add(at));
    return told;
  }

  @Test
  void the_same_seed_makes_the_same_contacts_and_two_people_get_different_ones() {
    assertEquals(told(traffic(1), 0), told(traffic(1), 0));
    assertNotEquals(told(traffic(1), 0), told(traffic(2), 0));
    assertNotEquals(told(traffic(1), 0), told(traffic(1), 1));
  }

  @Test
  void about_as_many_come_as_were_asked_for_inside_the_days_asked_for() {
    List<Instant> told = told(traffic(1), 0);
    assertEquals(5_000, told.size(), 100);
    assertFalse(told.get(0).isBefore(FIRST.atStartOfDay(BERLIN).toInstant()));
    assertTrue(
        told.stream()
            .allMatch(t -> t.isBefore(FIRST.plusDays(14).atStartOfDay(BERLIN).toInstant())));
  }

  @Test
  void most_come_in_the_working_day_on_both_sides_of_the_change_of_clocks() {
    for (int week = 0; week < 2; week++) {
      LocalDate monday = FIRST.plusWeeks(week);
      long working =
          told(traffic(1), 0).stream()
              .map(t -> t.atZone(BERLIN))
              .filter(t -> !t.toLocalDate().isBefore(monday))
              .filter(t -> t.toLocalDate().isBefore(monday.plusDays(5)))
              .filter(t -> t.getHour() >= 8 && t.getHour() < 17)
              .count();
      assertEquals(2_000, working, 200);
    }
  }

  @Test
  void traffic_of_no_day_is_refused_by_name() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new GeneratedTraffic(List.of(), BERLIN, FIRST, 0, 10, 1));
    assertTrue(e.getMessage().contains("0 days"), e.getMessage());
  }
}
