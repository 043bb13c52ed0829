package org.feierabend.alert;

import java.math.BigDecimal;
import java.util.Objects;
import org.feierabend.people.UnitId;
import org.feierabend.report.Indicator;
import org.feierabend.timeline.IsoWeek;

/**
 * One alert: a unit, an indicator, a week and the interval that is published of it anyway.
 *
 * @param rule id of the rule that tells
 * @param low lower end of the 95 % interval, per cent
 * @param high upper end
 * @param weeks how many weeks the interval averages
 */
public record Alert(
    IsoWeek week,
    UnitId unit,
    Indicator indicator,
    String rule,
    BigDecimal low,
    BigDecimal high,
    int weeks) {
  public Alert {
    Objects.requireNonNull(week, "week");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(indicator, "indicator");
    Objects.requireNonNull(rule, "rule");
    if (low.compareTo(high) > 0)
      throw new IllegalArgumentException(
          "An interval ends above its start, but got %s to %s.".formatted(low, high));
  }
}
