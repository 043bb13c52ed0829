package org.feierabend.report;

import java.util.List;
import java.util.OptionalInt;
import org.feierabend.decision.Sentence;
import org.feierabend.timeline.IsoWeek;

/**
 * An indicator in the weeks before something began against those after it was there; arithmetic on
 * releases alone.
 *
 * @param before average of up to thirteen weeks before it, or why it is not shown
 * @param after average of the newest up to thirteen weeks after it, likewise
 * @param change told only where both are shown, and proven only beyond what noise explains
 */
public record BeforeAfter(Figure before, Figure after, Change change) {
  private static final int QUARTER = 13;

  /**
   * @param last week before it
   * @param first week after it
   */
  static BeforeAfter of(Reading reading, IsoWeek last, IsoWeek first) {
    List<Reading.Cell> cells = reading.cells();
    Side before =
        Side.of(reading, cells.stream().filter(c -> c.week().compareTo(last) <= 0).toList());
    Side after =
        Side.of(reading, cells.stream().filter(c -> c.week().compareTo(first) >= 0).toList());
    return new BeforeAfter(
        before.figure, after.figure, Change.between(before.averaged, after.averaged));
  }

  /**
   * @param averaged the weeks behind the figure; none where it is not shown
   */
  private record Side(Figure figure, List<Reading.Cell> averaged) {
    static Side of(Reading reading, List<Reading.Cell> cells) {
      if (cells.isEmpty()) return new Side(FigureText.notReported(), List.of());
      Reading.Cell newest = cells.get(cells.size() - 1);
      OptionalInt needed = DisplaySize.weeks(newest.people(), newest.blocks(), newest.sigma2());
      if (needed.isEmpty()) return new Side(FigureText.tooSmall(newest.people()), List.of());
      if (cells.size() < needed.getAsInt())
        return new Side(
            FigureText.tooFewWeeks(newest.people(), needed.getAsInt(), cells.size()), List.of());
      int weeks = Math.max(needed.getAsInt(), Math.min(QUARTER, cells.size()));
      List<Reading.Cell> averaged = cells.subList(cells.size() - weeks, cells.size());
      return new Side(Figures.shown(averaged, reading.indicator()), averaged);
    }
  }

  /** What may be concluded. */
  public Sentence sentence() {
    return switch (change) {
      case HIGHER ->
          new Sentence(
              "Nachher höher als vorher, um mehr als Zufall; warum, sagt die Zahl nicht.",
              "Higher after than before, beyond chance; the figure does not say why.");
      case LOWER ->
          new Sentence(
              "Nachher niedriger als vorher, um mehr als Zufall; warum, sagt die Zahl nicht.",
              "Lower after than before, beyond chance; the figure does not say why.");
      case NOT_PROVEN ->
          new Sentence(
              "Zwischen vorher und nachher kein Unterschied, der mehr als Zufall wäre.",
              "No difference between before and after that is beyond chance.");
      case NOTHING_TO_COMPARE ->
          new Sentence(
              "Noch ist nichts zu vergleichen: Vorher und nachher braucht es genug veröffentlichte Wochen.",
              "Nothing to compare yet: it takes enough released weeks before and after.");
    };
  }
}
