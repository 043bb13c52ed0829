package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.WorkingTimeLaw;
import org.junit.jupiter.api.Test;

class DailyRestTest {
  private final WorkingTimeLaw law =
      new RulebookReachabilities(Path.of(System.getProperty("feierabend.home"))).almanac().law();

  @Test
  void eleven_hours_of_rest_follow_work_whatever_the_regime() {
    LocalDate day = LocalDate.of(2026, 9, 16);
    assertEquals(Duration.ofHours(11), law.dailyRest(day, person(PersonFacts.Regime.TARIF)));
    assertEquals(Duration.ofHours(11), law.dailyRest(day, person(PersonFacts.Regime.BEAMTE)));
  }

  @Test
  void a_day_before_the_first_known_value_is_told_with_what_to_do() {
    IllegalStateException told =
        assertThrows(
            IllegalStateException.class,
            () -> law.dailyRest(LocalDate.of(2013, 5, 1), person(PersonFacts.Regime.BEAMTE)));
    assertTrue(
        told.getMessage().contains("no daily-rest value for beamte on 2013-05-01"),
        told.getMessage());
  }

  private static PersonFacts person(PersonFacts.Regime regime) {
    return new PersonFacts(
        ZoneId.of("Europe/Berlin").getId(),
        regime,
        Set.of(),
        "09564000",
        List.of(),
        PersonFacts.Hours.STANDARD,
        List.of(),
        PersonFacts.Roster.NONE);
  }
}
