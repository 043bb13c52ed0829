package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feierabend.alert.Alert;
import org.feierabend.alert.AlertFacts;
import org.feierabend.alert.AlertVerdict;
import org.feierabend.alert.Trends;
import org.feierabend.decision.Reason;
import org.feierabend.decision.Sentence;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;

/** unit-0 has 180 people, unit-1 has 95, unit-2 has 55; the rest of the town is merged. */
class TrendsTest {
  private static final Map<Indicator, BigDecimal> THIRTY =
      Map.of(Indicator.REST_CUT, BigDecimal.valueOf(30));

  private final List<PublishedRelease> releases = new ArrayList<>();
  private IsoWeek next = IsoWeek.parse("2026-W01");

  /** Every unit's share of its staff, for some weeks. */
  private void weeks(int weeks, int percent) {
    for (int i = 0; i < weeks; i++, next = next.next()) {
      BlockPlan plan = ReleaseMakerTest.plan(next.quarter());
      releases.add(
          new PublishedRelease(
              ReleaseMakerTest.CITY,
              next,
              "e",
              plan,
              List.of(Indicator.REST_CUT),
              Rational.of(78),
              Rational.ONE,
              plan.blocks().stream()
                  .map(b -> Map.of(Indicator.REST_CUT, b.headcount() * (long) percent / 100))
                  .toList(),
              "h"));
    }
  }

  private static AlertVerdict rules(AlertFacts facts) {
    if (facts.invented() || !facts.reported() || !facts.passed() && !facts.risen())
      return new AlertVerdict.Silent(List.of());
    return new AlertVerdict.Tell(
        List.of(
            new Reason(
                facts.passed() ? "threshold" : "rise",
                new Sentence("Satz", "sentence"),
                "DV",
                Reason.RestsOn.AGREEMENT)));
  }

  private List<String> told(String week, Map<Indicator, BigDecimal> thresholds) {
    return new Trends(TrendsTest::rules, thresholds)
        .of(new Figures(releases), IsoWeek.parse(week)).stream()
            .map(a -> a.unit().value() + " " + a.rule())
            .toList();
  }

  @Test
  void a_unit_is_told_of_in_the_week_its_whole_interval_passes_and_not_again() {
    weeks(3, 20);
    weeks(2, 60);
    assertEquals(List.of(), told("2026-W03", THIRTY));
    assertTrue(told("2026-W04", THIRTY).contains("unit-0 threshold"));
    assertFalse(told("2026-W05", THIRTY).contains("unit-0 threshold"));
    assertEquals(List.of(), told("2026-W04", Map.of()));
  }

  @Test
  void a_smaller_unit_is_told_of_only_when_its_average_has_followed() {
    weeks(8, 20);
    weeks(5, 60);
    List<String> whenTold = new ArrayList<>();
    for (int week = 9; week <= 13; week++)
      if (told("2026-W%02d".formatted(week), THIRTY).contains("unit-1 threshold"))
        whenTold.add("W" + week);
    assertEquals(1, whenTold.size(), whenTold.toString());
    assertFalse(whenTold.contains("W9"), "one week of four does not carry the average");
  }

  @Test
  void a_quarter_that_rose_is_told_of_with_its_last_week_alone() {
    weeks(13, 20);
    weeks(13, 40);
    assertEquals("2026-W27", next.toString());
    assertEquals(List.of(), told("2026-W25", Map.of()));
    assertTrue(told("2026-W26", Map.of()).contains("unit-0 rise"));
  }

  @Test
  void a_rise_that_may_be_chance_is_not_told() {
    weeks(13, 20);
    weeks(13, 21);
    assertEquals(List.of(), told("2026-W26", Map.of()));
  }

  @Test
  void an_alert_knows_what_is_published_and_nothing_else() {
    weeks(1, 20);
    weeks(1, 60);
    Alert alert =
        new Trends(TrendsTest::rules, THIRTY)
            .of(new Figures(releases), IsoWeek.parse("2026-W02")).stream()
                .filter(a -> a.unit().equals(new UnitId("unit-0")))
                .findFirst()
                .orElseThrow();
    Figure.Shown shown =
        (Figure.Shown)
            new Figures(releases)
                .unit(new UnitId("unit-0"), Indicator.REST_CUT, alert.week(), alert.week())
                .get(0);
    assertEquals(shown.low(), alert.low());
    assertEquals(shown.high(), alert.high());
    assertTrue(alert.low().compareTo(BigDecimal.valueOf(30)) > 0);
  }
}
