package org.feierabend.channels.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.feierabend.decision.Sentence;
import org.feierabend.report.Figure;
import org.feierabend.report.Indicator;

/**
 * One indicator of a unit: the newest average, how it came to be, and those before it.
 *
 * @param display as shown; absent when nothing may be shown
 * @param why NOT_REPORTED_SEPARATELY, TOO_SMALL or TOO_FEW_WEEKS, when nothing may be shown
 * @param sentence what may be concluded, or why nothing is shown
 */
record FigureView(
    String indicator, Sentence display, String why, Sentence sentence, List<Average> averages) {
  /** Shares from 0 to 1. */
  record Average(
      String from,
      String to,
      int weeks,
      int headcount,
      BigDecimal share,
      BigDecimal low,
      BigDecimal high,
      String text) {}

  static FigureView of(Indicator indicator, List<Figure> series) {
    List<Average> averages =
        series.stream()
            .filter(Figure.Shown.class::isInstance)
            .map(Figure.Shown.class::cast)
            .map(FigureView::average)
            .toList();
    Figure newest = series.get(series.size() - 1);
    if (newest instanceof Figure.NotShown not)
      return new FigureView(
          indicator.key(),
          null,
          not.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          not.sentence(),
          averages);
    Figure.Shown shown = (Figure.Shown) newest;
    return new FigureView(
        indicator.key(),
        new Sentence(shown.text(), shown.text().replace(" %", "%")),
        null,
        shown.sentence(),
        averages);
  }

  private static Average average(Figure.Shown s) {
    return new Average(
        s.from().toString(),
        s.to().toString(),
        s.weeks(),
        s.headcount(),
        ReleaseView.part(s.share()),
        ReleaseView.part(s.low()),
        ReleaseView.part(s.high()),
        s.text());
  }
}
