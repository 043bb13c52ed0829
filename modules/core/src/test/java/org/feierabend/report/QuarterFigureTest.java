package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;

class QuarterFigureTest {
  private final List<PublishedRelease> releases = new ArrayList<>();

  /** Twelve weeks with the same noised count everywhere. */
  private void quarter(String firstWeek, long noised) {
    IsoWeek week = IsoWeek.parse(firstWeek);
    for (int i = 0; i < 12; i++, week = week.next()) {
      BlockPlan plan = ReleaseMakerTest.plan(week.quarter());
      releases.add(
          new PublishedRelease(
              ReleaseMakerTest.CITY,
              week,
              "e",
              plan,
              List.of(Indicator.REST_CUT),
              Rational.of(78),
              Rational.ONE,
              plan.blocks().stream().map(b -> Map.of(Indicator.REST_CUT, noised)).toList(),
              "h"));
    }
  }

  private List<QuarterFigure> quarters(String unit) {
    return new Figures(releases).quarters(new UnitId(unit), Indicator.REST_CUT);
  }

  @Test
  void a_quarter_is_compared_with_the_same_one_a_year_before_and_only_then() {
    quarter("2026-W01", 40);
    quarter("2026-W14", 40);
    quarter("2027-W01", 60);
    List<QuarterFigure> found = quarters("unit-0");
    assertEquals(
        List.of("2026-Q1", "2026-Q2", "2027-Q1"),
        found.stream().map(QuarterFigure::quarter).toList());
    assertTrue(found.get(0).yearBefore().isEmpty());
    assertTrue(found.get(1).yearBefore().isEmpty());
    QuarterFigure.Change change = found.get(2).yearBefore().orElseThrow();
    assertTrue(change.significant());
    assertEquals("11", change.points().toPlainString()); // 20 of 180
    assertTrue(change.sentence().de().contains("gestiegen"), change.sentence().de());
  }

  @Test
  void what_may_be_chance_is_called_so() {
    quarter("2026-W01", 40);
    quarter("2027-W01", 43);
    QuarterFigure.Change change = quarters("unit-0").get(1).yearBefore().orElseThrow();
    assertFalse(change.significant());
    assertTrue(change.sentence().en().contains("no difference beyond chance"));
  }

  @Test
  void a_unit_too_small_for_a_quarter_has_no_quarter() {
    quarter("2026-W01", 4);
    assertInstanceOf(Figure.Shown.class, quarters("unit-2").get(0).figure());
    assertEquals(List.of(), quarters("unit-5"));
  }
}
