package org.feierabend.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.feierabend.people.UnitId;
import org.feierabend.report.BeforeAfter;
import org.feierabend.report.Figure;
import org.feierabend.report.Figures;
import org.feierabend.report.Indicator;
import org.feierabend.timeline.IsoWeek;

/**
 * What the releases say of a measure's indicator. They say that something moved, never why.
 *
 * @param comparison the weeks before its first week against those after its last, or after its
 *     first while the work goes on; empty before it began
 * @param trend week by week, from a year before it or before the newest
 */
public record Effect(Optional<BeforeAfter> comparison, List<Figure> trend) {
  private static final int WEEKS_BACK = 52;

  public Effect {
    trend = List.copyOf(trend);
  }

  /**
   * @param today until when the trend runs
   */
  public static Effect of(Measure measure, Figures figures, LocalDate today) {
    Indicator indicator = measure.plan().indicator();
    Optional<UnitId> scope = measure.plan().scope();
    IsoWeek from = IsoWeek.of(measure.begun().orElse(today).minusWeeks(WEEKS_BACK));
    IsoWeek to = IsoWeek.of(today);
    return new Effect(
        measure
            .begun()
            .map(
                day ->
                    figures.around(
                        scope,
                        indicator,
                        IsoWeek.of(day).previous(),
                        IsoWeek.of(measure.done().orElse(day)).next())),
        scope.isPresent()
            ? figures.unit(scope.get(), indicator, from, to)
            : figures.everybody(indicator, from, to));
  }
}
