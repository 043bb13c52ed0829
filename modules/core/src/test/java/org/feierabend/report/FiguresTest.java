package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  private static final IsoWeek FIRST = IsoWeek.parse("2026-W02");
  private static final IsoWeek LAST = IsoWeek.parse("2026-W53");
  private final BlockPlan plan = ReleaseMakerTest.plan("2026-Q1");

  /** The same noised count for all, {@code weeks} weeks long. */
  private Figures figures(int weeks, long noised) {
    List<PublishedRelease> releases = new ArrayList<>();
    IsoWeek week = FIRST;
    for (int i = 0; i < weeks; i++, week = week.next())
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
    return new Figures(releases);
  }

  private List<Figure> unit(Figures figures, String id) {
    return figures.unit(new UnitId(id), Indicator.REST_CUT, FIRST, LAST);
  }

  @ParameterizedTest
  @CsvSource({
    "500,1", "175,1", "174,4", "88,4", "87,13", "49,13", "48,26", "35,26", "34,0", "20,0"
  })
  void as_many_weeks_are_averaged_as_the_size_needs(int people, int weeks) {
    OptionalInt needed = DisplaySize.weeks(people, 1, Rational.of(78));
    assertEquals(weeks, needed.orElse(0));
  }

  @ParameterizedTest
  @CsvSource({"175,1", "88,4", "49,13", "35,26"})
  void then_the_half_width_is_at_most_ten_points(int people, int weeks) {
    double half = 1.96 * Math.sqrt(78.0 / weeks) / people * 100;
    assertTrue(half <= 10, "half-width " + half);
  }

  @Test
  void more_noise_or_more_blocks_need_more_weeks() {
    assertEquals(OptionalInt.of(4), DisplaySize.weeks(200, 1, Rational.of(156)));
    assertEquals(OptionalInt.of(4), DisplaySize.weeks(300, 4, Rational.of(78)));
    assertEquals(OptionalInt.empty(), DisplaySize.weeks(60, 4, Rational.of(78)));
  }

  @Test
  void a_large_unit_has_a_figure_every_week_with_its_interval() {
    List<Figure> shown = unit(figures(3, 45), "unit-0");
    assertEquals(3, shown.size());
    Figure.Shown first = assertInstanceOf(Figure.Shown.class, shown.get(0));
    assertEquals("25.0", first.share().toPlainString());
    assertEquals("15.3", first.low().toPlainString());
    assertEquals("34.7", first.high().toPlainString());
    assertEquals("25 %", first.text());
    assertTrue(first.sentence().en().startsWith("Between 15 % and 35 % of 180 people had"));
    assertTrue(first.sentence().de().startsWith("Zwischen 15 % und 35 % von 180 Personen hatten"));
  }

  @Test
  void a_smaller_unit_waits_until_enough_weeks_are_released() {
    Figure.NotShown none =
        assertInstanceOf(Figure.NotShown.class, unit(figures(3, 30), "unit-1").get(0));
    assertEquals(Figure.Why.TOO_FEW_WEEKS, none.why());
    List<Figure> five = unit(figures(5, 30), "unit-1");
    assertEquals(2, five.size());
    assertEquals(4, assertInstanceOf(Figure.Shown.class, five.get(0)).weeks());
  }

  @Test
  void a_unit_that_is_no_union_of_blocks_and_one_too_small_to_show_are_said_so() {
    assertEquals(
        Figure.Why.NOT_REPORTED_SEPARATELY,
        assertInstanceOf(Figure.NotShown.class, unit(figures(3, 30), "unit-3").get(0)).why());
    assertEquals(
        Figure.Why.TOO_SMALL,
        assertInstanceOf(
                Figure.NotShown.class,
                figures(30, 5).block("rest-of-city", Indicator.REST_CUT, FIRST, LAST).get(0))
            .why());
  }

  @Test
  void a_total_is_the_sum_of_its_blocks() {
    Figure.Shown all = assertInstanceOf(Figure.Shown.class, unit(figures(1, 45), "city").get(0));
    assertEquals(360, all.headcount());
    assertEquals("50.0", all.share().toPlainString());
    assertEquals("9.7", all.high().subtract(all.share()).toPlainString()); // 1.96 · 2 · 8.83 / 360
  }

  @Test
  void shares_near_the_ends_are_not_told_apart() {
    Figure.Shown none = assertInstanceOf(Figure.Shown.class, unit(figures(1, -9), "unit-0").get(0));
    assertEquals("< 10 %", none.text());
    assertEquals("0.0", none.low().toPlainString());
    assertEquals("10.0", none.share().toPlainString());
    Figure.Shown all = assertInstanceOf(Figure.Shown.class, unit(figures(1, 199), "unit-0").get(0));
    assertEquals("> 90 %", all.text());
    assertEquals("100.0", all.high().toPlainString());
  }

  @Test
  void withdrawn_weeks_are_shown_no_more() {
    List<LedgerRow> rows = new ReleaseMakerTest().ledger(FIRST, 2);
    rows.add(
        new ReleaseMaker(LedgerSigner.create(), RandomBits.secure(), "c")
            .withdrawn(
                ReleaseMakerTest.CITY,
                FIRST,
                rows.get(0).hash(),
                "wrong roster",
                rows.get(3).head()));
    assertEquals(
        List.of(FIRST.next()),
        Figures.of(rows).releases().stream().map(PublishedRelease::week).toList());
  }
}
