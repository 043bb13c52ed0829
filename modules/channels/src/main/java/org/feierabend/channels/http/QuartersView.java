package org.feierabend.channels.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Unit;
import org.feierabend.report.Figure;
import org.feierabend.report.Figures;
import org.feierabend.report.Indicator;
import org.feierabend.report.QuarterFigure;

/**
 * One indicator of all units by quarter.
 *
 * @param indicators what else can be asked for
 */
record QuartersView(String indicator, List<String> indicators, List<Row> units) implements View {
  record Row(UnitView unit, List<Cell> quarters) {}

  /**
   * @param share 0 to 1; absent, with {@code why}, where nothing may be shown
   * @param change against the same quarter a year before
   */
  record Cell(
      String quarter,
      String text,
      BigDecimal share,
      BigDecimal low,
      BigDecimal high,
      String why,
      Sentence sentence,
      Change change) {}

  /** Percentage points. */
  record Change(
      BigDecimal points, BigDecimal low, BigDecimal high, boolean significant, Sentence sentence) {}

  static QuartersView of(Indicator indicator, List<Unit> units, Figures figures) {
    return new QuartersView(
        indicator.key(),
        figures.indicators().stream().map(Indicator::key).toList(),
        units.stream()
            .map(
                u ->
                    new Row(
                        new UnitView(u.id().value(), u.name()),
                        figures.quarters(u.id(), indicator).stream()
                            .map(QuartersView::cell)
                            .toList()))
            .toList());
  }

  private static Cell cell(QuarterFigure q) {
    if (q.figure() instanceof Figure.NotShown not)
      return new Cell(
          q.quarter(),
          null,
          null,
          null,
          null,
          not.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          not.sentence(),
          null);
    Figure.Shown s = (Figure.Shown) q.figure();
    return new Cell(
        q.quarter(),
        s.text(),
        ReleaseView.part(s.share()),
        ReleaseView.part(s.low()),
        ReleaseView.part(s.high()),
        null,
        s.sentence(),
        q.yearBefore()
            .map(c -> new Change(c.points(), c.low(), c.high(), c.significant(), c.sentence()))
            .orElse(null));
  }
}
