package org.feierabend.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.feierabend.decision.Sentence;

/**
 * The average of a quarter's weeks.
 *
 * @param quarter such as {@code 2026-Q1}
 * @param figure the average, or why it is not shown
 * @param yearBefore the change since the same quarter a year before, where both are shown
 */
public record QuarterFigure(String quarter, Figure figure, Optional<Change> yearBefore) {
  /** Half-width of the 95 % interval, percentage points (PRIVACY, section 4). */
  private static final BigDecimal WIDEST = BigDecimal.TEN;

  /**
   * @param points percentage points, whole
   * @param low lower end of the 95 % interval
   * @param high upper end
   * @param significant the interval leaves out zero: more than chance
   */
  public record Change(
      BigDecimal points, BigDecimal low, BigDecimal high, boolean significant, Sentence sentence) {}

  public QuarterFigure {
    Objects.requireNonNull(quarter, "quarter");
    Objects.requireNonNull(figure, "figure");
    Objects.requireNonNull(yearBefore, "yearBefore");
  }

  static List<QuarterFigure> series(Reading reading) {
    Map<String, List<Reading.Cell>> quarters = new TreeMap<>();
    for (Reading.Cell cell : reading.cells())
      quarters.computeIfAbsent(cell.week().quarter(), q -> new ArrayList<>()).add(cell);
    List<QuarterFigure> series = new ArrayList<>();
    quarters.forEach(
        (quarter, cells) -> {
          Figure figure = figure(cells, reading.indicator());
          Optional<Change> change = Optional.empty();
          List<Reading.Cell> before = quarters.get(aYearBefore(quarter));
          if (figure instanceof Figure.Shown
              && before != null
              && figure(before, reading.indicator()) instanceof Figure.Shown)
            change = Optional.of(change(Estimate.of(before), Estimate.of(cells)));
          series.add(new QuarterFigure(quarter, figure, change));
        });
    return List.copyOf(series);
  }

  /** Quarters have 12 to 14 weeks: what counts is how sure the average is. */
  private static Figure figure(List<Reading.Cell> cells, Indicator indicator) {
    if (Estimate.of(cells).half().compareTo(WIDEST) <= 0) return Figures.shown(cells, indicator);
    Reading.Cell last = cells.get(cells.size() - 1);
    OptionalInt needed = DisplaySize.weeks(last.people(), last.blocks(), last.sigma2());
    return needed.isEmpty() || needed.getAsInt() <= cells.size()
        ? FigureText.tooSmall(last.people())
        : FigureText.tooFewWeeks(last.people(), needed.getAsInt(), cells.size());
  }

  private static String aYearBefore(String quarter) {
    return (Integer.parseInt(quarter.substring(0, 4)) - 1) + quarter.substring(4);
  }

  private static Change change(Estimate before, Estimate now) {
    BigDecimal points = now.share().subtract(before.share());
    BigDecimal half =
        now.sigma()
            .pow(2)
            .add(before.sigma().pow(2))
            .sqrt(java.math.MathContext.DECIMAL64)
            .multiply(Estimate.NORMAL_95);
    BigDecimal low = points.subtract(half).setScale(0, RoundingMode.FLOOR);
    BigDecimal high = points.add(half).setScale(0, RoundingMode.CEILING);
    boolean significant = points.abs().compareTo(half) > 0;
    return new Change(
        points.setScale(0, RoundingMode.HALF_UP),
        low,
        high,
        significant,
        sentence(points, low, high, significant));
  }

  private static Sentence sentence(
      BigDecimal points, BigDecimal low, BigDecimal high, boolean significant) {
    if (!significant)
      return new Sentence(
          "Gegenüber dem gleichen Quartal des Vorjahrs: kein Unterschied, der mehr als Zufall wäre (%s bis %s Prozentpunkte)."
              .formatted(low, high),
          "Against the same quarter a year before: no difference beyond chance (%s to %s percentage points)."
              .formatted(low, high));
    return new Sentence(
        "Gegenüber dem gleichen Quartal des Vorjahrs %s, um %s bis %s Prozentpunkte; warum, sagt die Zahl nicht."
            .formatted(points.signum() > 0 ? "gestiegen" : "gesunken", low, high),
        "Against the same quarter a year before it %s, by %s to %s percentage points; the figure does not say why."
            .formatted(points.signum() > 0 ? "rose" : "fell", low, high));
  }
}
