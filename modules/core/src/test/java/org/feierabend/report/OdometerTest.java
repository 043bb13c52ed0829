package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feierabend.contact.EmployerId;
import org.feierabend.report.Odometer.Charge;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;

class OdometerTest {
  private static final Rational SIGMA2 = Rational.of(78);
  private static final IsoWeek FIRST = IsoWeek.parse("2026-W01");

  private final ReleaseMaker maker =
      new ReleaseMaker(LedgerSigner.create(), RandomBits.secure(), "test");

  /** {@code weeks} releases in a row, 2026 having 53 weeks. */
  private List<LedgerRow> released(int weeks) {
    List<LedgerRow> rows = new ArrayList<>();
    IsoWeek week = FIRST;
    for (int i = 0; i < weeks; i++, week = week.next()) {
      LedgerHead head = rows.isEmpty() ? LedgerHead.EMPTY : rows.get(rows.size() - 1).head();
      rows.add(
          maker.release(
              new EmployerId("city"),
              week,
              ReleaseTerms.of("e", Indicator.CORE, Rational.ONE),
              new BlockPlan(week.quarter(), 20, List.of(), List.of()),
              new Sums(Map.of()),
              head,
              rows));
    }
    return rows;
  }

  @Test
  void a_year_with_fifty_three_weeks_needs_no_exception() {
    List<LedgerRow> rows = released(53);
    Charge.Granted next =
        assertInstanceOf(
            Charge.Granted.class,
            Odometer.of(rows).charge(IsoWeek.parse("2027-W01"), 3, SIGMA2, Rational.ONE));
    assertEquals(Rational.ONE, next.spent());
    assertEquals(Rational.ZERO, next.left());
  }

  @Test
  void a_fifty_third_release_within_fifty_two_weeks_is_impossible_as_a_week_is_released_once() {
    List<LedgerRow> rows = released(52);
    for (LedgerRow row : rows)
      assertInstanceOf(
          Charge.Refused.class,
          Odometer.of(rows).charge(row.week().orElseThrow(), 3, SIGMA2, Rational.ONE));
  }

  @Test
  void a_smaller_sigma_a_fourth_indicator_or_a_smaller_budget_is_refused_after_fifty_one_weeks() {
    Odometer odometer = Odometer.of(released(51));
    IsoWeek next = IsoWeek.parse("2026-W52");
    assertInstanceOf(Charge.Granted.class, odometer.charge(next, 3, SIGMA2, Rational.ONE));
    assertRefused(
        odometer.charge(next, 3, SIGMA2.minus(Rational.of(1, 1000)), Rational.ONE), "2026");
    assertRefused(odometer.charge(next, 4, SIGMA2, Rational.ONE), "4 indicators");
    assertRefused(odometer.charge(next, 3, SIGMA2, Rational.of(99, 100)), "99/100");
    assertRefused(odometer.charge(next, 0, SIGMA2, Rational.ONE), "m = 0");
  }

  @Test
  void a_larger_budget_later_does_not_break_the_promise_made_before() {
    Odometer odometer = Odometer.of(released(51));
    assertRefused(
        odometer.charge(IsoWeek.parse("2026-W52"), 3, Rational.of(39), Rational.of(2)),
        "1/1 was promised");
    assertInstanceOf(
        Charge.Granted.class,
        odometer.charge(IsoWeek.parse("2028-W01"), 3, Rational.of(39), Rational.of(2)));
  }

  @Test
  void a_week_released_late_counts_for_the_weeks_after_it_too() {
    List<LedgerRow> rows = released(52);
    Odometer odometer = Odometer.of(rows);
    assertInstanceOf(
        Charge.Granted.class, odometer.charge(IsoWeek.parse("2025-W52"), 3, SIGMA2, Rational.ONE));
    assertRefused(
        odometer.charge(IsoWeek.parse("2025-W52"), 3, Rational.of(77), Rational.ONE), "2025-12-22");
  }

  private static void assertRefused(Charge charge, String word) {
    String why = assertInstanceOf(Charge.Refused.class, charge).why();
    assertTrue(why.contains(word), why);
  }
}
