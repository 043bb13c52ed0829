package org.feierabend.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feierabend.decision.Sentence;
import org.feierabend.report.OpenDataTable.Interval;
import org.feierabend.report.OpenDataTable.Row;

/**
 * What differs between two years of open data, of two cities or of one. Both figures are noised, so
 * a difference is an interval too: from the one's low end to the other's high end. It is proven
 * where that interval does not hold 0; a bare difference of two shares is never said.
 */
public final class OpenDataComparison {
  private OpenDataComparison() {}

  /**
   * Everybody together, by year and quarter, and the units both name.
   *
   * @param nameA what the reader calls the first
   * @param nameB what the reader calls the second
   */
  public static List<Sentence> of(OpenDataTable a, String nameA, OpenDataTable b, String nameB) {
    if (!a.counted().equals(b.counted()))
      return List.of(
          new Sentence(
              "%s und %s zählen nach verschiedenen Regeln (dictionary.csv); ein Vergleich sagt nichts."
                  .formatted(nameA, nameB),
              "%s and %s count by different rules (dictionary.csv); a comparison says nothing."
                  .formatted(nameA, nameB)));
    List<Sentence> proven = new ArrayList<>();
    int open = 0;
    int hidden = 0;
    Map<String, Row> others = byPlace(b);
    for (Map.Entry<String, Row> one : byPlace(a).entrySet()) {
      Row other = others.get(one.getKey());
      if (other == null) continue;
      if (one.getValue().interval().isEmpty() || other.interval().isEmpty()) hidden++;
      else {
        Optional<Sentence> said = compared(one.getValue(), nameA, other, nameB);
        said.ifPresent(proven::add);
        if (said.isEmpty()) open++;
      }
    }
    proven.add(rest(proven.isEmpty(), open, hidden));
    return proven;
  }

  /** Years compare with years, quarters with the same quarter. */
  private static Map<String, Row> byPlace(OpenDataTable table) {
    Map<String, Row> rows = new TreeMap<>();
    for (Row row : table.rows())
      rows.put(
          row.period().replaceFirst("^\\d{4}", "") + "/" + row.unit() + "/" + row.indicator(), row);
    return rows;
  }

  private static Optional<Sentence> compared(Row a, String nameA, Row b, String nameB) {
    Interval x = a.interval().orElseThrow();
    Interval y = b.interval().orElseThrow();
    BigDecimal least = y.low().subtract(x.high());
    BigDecimal most = y.high().subtract(x.low());
    boolean more = least.signum() > 0;
    if (!more && most.signum() >= 0) return Optional.empty();
    BigDecimal from = more ? least : most.negate();
    BigDecimal to = more ? most : least.negate();
    String unit = a.unit().isEmpty() ? "" : " (" + a.unit() + ")";
    Sentence what = FigureText.about(a.indicator());
    return Optional.of(
        new Sentence(
            "%s%s: In %s (%s) ist der Anteil um mindestens %s und höchstens %s Prozentpunkte %s als in %s (%s): %s gegen %s (95-%%-Bereiche)."
                .formatted(
                    what.de(),
                    unit,
                    nameB,
                    b.period(),
                    german(from),
                    german(to),
                    more ? "höher" : "niedriger",
                    nameA,
                    a.period(),
                    german(y),
                    german(x)),
            "%s%s: in %s (%s) the share is at least %s and at most %s percentage points %s than in %s (%s): %s against %s (95 %% intervals)."
                .formatted(
                    what.en(),
                    unit,
                    nameB,
                    b.period(),
                    from.toPlainString(),
                    to.toPlainString(),
                    more ? "higher" : "lower",
                    nameA,
                    a.period(),
                    english(y),
                    english(x))));
  }

  private static Sentence rest(boolean nothing, int open, int hidden) {
    if (open + hidden == 0 && nothing)
      return new Sentence(
          "Es gibt nichts zu vergleichen: Zeiträume und Einheiten stimmen nicht überein.",
          "There is nothing to compare: periods and units do not match.");
    return new Sentence(
        "%s%d weitere Vergleiche zeigen keinen Unterschied, der nicht Zufall sein kann; bei %d ist ein Anteil nicht ausgewiesen."
            .formatted(nothing ? "Kein Unterschied ist nachgewiesen. " : "", open, hidden),
        "%s%d further comparisons show no difference that cannot be chance; in %d a share is not shown."
            .formatted(nothing ? "No difference is proven. " : "", open, hidden));
  }

  private static String german(BigDecimal n) {
    return n.toPlainString().replace('.', ',');
  }

  private static String german(Interval i) {
    return german(i.low()) + " bis " + german(i.high()) + " %";
  }

  private static String english(Interval i) {
    return i.low().toPlainString() + " to " + i.high().toPlainString() + " %";
  }
}
