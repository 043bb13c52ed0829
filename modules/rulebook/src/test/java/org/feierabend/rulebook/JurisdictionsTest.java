package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.feierabend.timeline.Holidays.Answer;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.Test;

class JurisdictionsTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));
  private static final Jurisdictions PACKS = new Jurisdictions(HOME);
  private static final LocalDate DAY = LocalDate.of(2026, 9, 15);
  private static final PersonFacts SOMEBODY =
      PersonFacts.ordinary(ZoneId.of("Europe/Berlin"), "09564000");

  @Test
  void every_state_asked_for_has_a_pack() {
    assertEquals(
        Set.of("de", "fr", "es", "pt", "be", "it", "ie", "lu", "at", "au", "ca-on"),
        PACKS.all().keySet());
  }

  @Test
  void every_number_has_a_date_and_a_source_and_what_was_not_verified_says_why() {
    for (Jurisdiction pack : PACKS.all().values()) {
      for (Jurisdiction.Source s : sources(pack)) {
        assertTrue(s.from().isBefore(LocalDate.of(2027, 1, 1)), pack.code() + ": " + s);
        assertFalse(s.text().isBlank(), pack.code());
      }
      pack.rests().values().stream()
          .flatMap(List::stream)
          .flatMap(n -> n.doubt().stream())
          .forEach(doubt -> assertFalse(doubt.isBlank(), pack.code()));
    }
  }

  @Test
  void rests_are_those_of_the_state_and_the_weekly_one_grows_from_the_daily() {
    assertEquals(Duration.ofHours(12), daily("es"));
    assertEquals(Duration.ofHours(24), weekly("es"));
    assertEquals(Duration.ofHours(25), weekly("at"));
    assertEquals(Duration.ofHours(33), weekly("lu"));
    assertEquals(Duration.ofHours(13), weekly("ca-on"));
    assertEquals(Duration.ZERO, daily("au"));
    assertEquals(Duration.ZERO, weekly("au"));
  }

  @Test
  void a_day_before_the_law_is_no_guess() {
    var refused =
        assertThrows(
            IllegalStateException.class,
            () -> PACKS.get("es").dailyRest(LocalDate.of(1980, 1, 1), SOMEBODY));
    assertTrue(refused.getMessage().contains("es.yaml has no daily-rest value for 1980-01-01"));
  }

  @Test
  void every_calendar_knows_new_year() {
    for (Jurisdiction pack : PACKS.all().values())
      if (!pack.isStandard())
        assertEquals(
            Answer.HOLIDAY,
            new StateHolidays(pack.calendar()).on(LocalDate.of(2026, 1, 1), "09564000"),
            pack.code());
  }

  @Test
  void a_mistake_is_named_with_its_line() {
    refused("kind: wish", "kind: wish", 2);
    refused("value: PT11H", "value: PT0H", 5);
    refused("value: PT11H", "value: eleven", 5);
    refused("calendar: xx }", "calendar: xx, colour: red }", 4);
    refused("from: 2020-01-01, value", "from: 2020-13-01, value", 5);
    refused("weekly-rest:", "monthly-rest:", 7);
  }

  private static void refused(String right, String wrong, int line) {
    String pack =
        """
        name: { de: Irgendwo, en: Somewhere }
        kind: right
        basis: { from: 2020-01-01, source: "art. 1" }
        holidays: { calendar: xx }
        daily-rest: [ { from: 2020-01-01, value: PT11H, source: "art. 1" } ]
        weekly-rest:
          - { from: 2020-01-01, value: PT35H, source: "art. 2" }
        """;
    String text =
        pack.contains(right) ? pack.replace(right, wrong) : pack.replace("kind: right", wrong);
    var refused =
        assertThrows(
            Unreadable.class, () -> Jurisdictions.read("xx", Entry.parse("xx.yaml", text)), text);
    assertTrue(refused.getMessage().startsWith("xx.yaml:" + line + ":"), refused.getMessage());
  }

  private static Duration daily(String code) {
    return PACKS.get(code).dailyRest(DAY, SOMEBODY);
  }

  private static Duration weekly(String code) {
    return PACKS.get(code).weeklyRest(DAY, SOMEBODY);
  }

  private static List<Jurisdiction.Source> sources(Jurisdiction pack) {
    List<Jurisdiction.Source> all = new ArrayList<>(List.of(pack.basis()));
    pack.rests().values().forEach(ns -> ns.forEach(n -> all.add(n.source())));
    pack.thresholds().forEach(t -> all.add(t.source()));
    pack.exemptions().forEach(e -> all.add(e.source()));
    return all;
  }
}
