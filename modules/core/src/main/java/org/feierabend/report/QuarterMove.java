package org.feierabend.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.IsoFields;
import java.util.List;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.IsoWeek;

/** Whether a quarter rose, so surely that somebody may be told unasked. */
public final class QuarterMove {
  /**
   * Two-sided 99.9 %: with twenty units and three indicators a false alert is to come once in
   * years, not every quarter.
   */
  private static final BigDecimal NORMAL_99_9 = new BigDecimal("3.29");

  private QuarterMove() {}

  /**
   * Judged with the last week of a quarter, against the quarter before and the same a year before.
   *
   * @param figures up to that week
   */
  public static boolean risen(Figures figures, UnitId unit, Indicator indicator, IsoWeek week) {
    String quarter = week.quarter();
    if (week.next().quarter().equals(quarter)) return false;
    List<Reading.Cell> cells =
        new Reading(figures.releases(), r -> r.plan().blocksOf(unit), indicator).cells();
    String before =
        IsoWeek.of(week.monday().plusDays(3).minus(1, IsoFields.QUARTER_YEARS)).quarter();
    String yearBefore = (Integer.parseInt(quarter.substring(0, 4)) - 1) + quarter.substring(4);
    List<Reading.Cell> now = of(cells, quarter);
    return higher(of(cells, before), now) || higher(of(cells, yearBefore), now);
  }

  private static List<Reading.Cell> of(List<Reading.Cell> cells, String quarter) {
    return cells.stream().filter(c -> c.week().quarter().equals(quarter)).toList();
  }

  private static boolean higher(List<Reading.Cell> then, List<Reading.Cell> now) {
    if (then.isEmpty() || now.isEmpty()) return false;
    Estimate a = Estimate.of(then);
    Estimate b = Estimate.of(now);
    BigDecimal chance =
        a.sigma().pow(2).add(b.sigma().pow(2)).sqrt(MathContext.DECIMAL64).multiply(NORMAL_99_9);
    return b.share().subtract(a.share()).compareTo(chance) > 0;
  }
}
