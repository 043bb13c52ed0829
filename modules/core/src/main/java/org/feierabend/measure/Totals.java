package org.feierabend.measure;

import java.math.BigDecimal;
import java.util.List;
import org.feierabend.measure.Measure.State;
import org.feierabend.measure.MeasurePlan.Horizon;

/**
 * What the measures of a horizon take together. One that was dropped takes nothing; one not agreed
 * yet is added up apart.
 */
public record Totals(Horizon horizon, Sum agreed, Sum proposed) {
  /** Exact sums; no amount is rounded. */
  public record Sum(int measures, BigDecimal staffDays, BigDecimal euros) {
    static final Sum NONE = new Sum(0, BigDecimal.ZERO.setScale(2), BigDecimal.ZERO.setScale(2));

    Sum plus(MeasurePlan plan) {
      return new Sum(measures + 1, staffDays.add(plan.staffDays()), euros.add(plan.euros()));
    }
  }

  /** One line for each horizon, also where there is nothing. */
  public static List<Totals> of(List<Measure> measures) {
    return java.util.Arrays.stream(Horizon.values()).map(h -> of(h, measures)).toList();
  }

  private static Totals of(Horizon horizon, List<Measure> measures) {
    Sum agreed = Sum.NONE;
    Sum proposed = Sum.NONE;
    for (Measure m : measures) {
      if (m.plan().horizon() != horizon || m.state() == State.DROPPED) continue;
      if (m.agreed().isPresent()) agreed = agreed.plus(m.plan());
      else proposed = proposed.plus(m.plan());
    }
    return new Totals(horizon, agreed, proposed);
  }
}
