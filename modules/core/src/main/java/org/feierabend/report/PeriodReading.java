package org.feierabend.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.IsoWeek;

/**
 * One indicator of one set of people over a period: the average of its released weeks, or of as
 * many weeks up to its end as the size needs, whichever is more.
 */
final class PeriodReading {
  private final Reading reading;

  private PeriodReading(Reading reading) {
    this.reading = reading;
  }

  static PeriodReading unit(List<PublishedRelease> releases, UnitId unit, Indicator indicator) {
    return new PeriodReading(new Reading(releases, r -> r.plan().blocksOf(unit), indicator));
  }

  static PeriodReading everybody(List<PublishedRelease> releases, Indicator indicator) {
    return new PeriodReading(new Reading(releases, r -> Figures.allBlocks(r.plan()), indicator));
  }

  Report.Cell cell(ReportPeriod period) {
    List<Reading.Cell> now = upTo(period.to());
    if (now.isEmpty() || !period.holds(last(now).week())) return none(FigureText.notReported());
    Reading.Cell newest = last(now);
    OptionalInt needed = DisplaySize.weeks(newest.people(), newest.blocks(), newest.sigma2());
    if (needed.isEmpty()) return none(FigureText.tooSmall(newest.people()));
    if (now.size() < needed.getAsInt())
      return none(FigureText.tooFewWeeks(newest.people(), needed.getAsInt(), now.size()));
    int inPeriod = (int) now.stream().filter(c -> period.holds(c.week())).count();
    int weeks = Math.max(needed.getAsInt(), inPeriod);
    List<Reading.Cell> averaged = tail(now, weeks);
    return new Report.Cell(
        reading.indicator(),
        Figures.shown(averaged, reading.indicator()),
        Change.between(ending(averaged.get(0).week(), weeks), averaged),
        Change.between(aYearBefore(period, weeks), averaged));
  }

  /** Every week of the span that may be shown, as averages of what the size needs. */
  List<Figure.Shown> trend(IsoWeek from, IsoWeek to) {
    return Figures.series(reading, from, to).stream()
        .filter(Figure.Shown.class::isInstance)
        .map(Figure.Shown.class::cast)
        .toList();
  }

  private Report.Cell none(Figure.NotShown why) {
    return new Report.Cell(
        reading.indicator(), why, Change.NOTHING_TO_COMPARE, Change.NOTHING_TO_COMPARE);
  }

  private List<Reading.Cell> ending(IsoWeek before, int weeks) {
    List<Reading.Cell> earlier =
        reading.cells().stream().filter(c -> c.week().compareTo(before) < 0).toList();
    return earlier.size() < weeks ? List.of() : tail(earlier, weeks);
  }

  private List<Reading.Cell> aYearBefore(ReportPeriod period, int weeks) {
    IsoWeek end = period.lastWeekAYearBefore();
    List<Reading.Cell> then = upTo(end);
    if (then.size() < weeks || !last(then).week().equals(end)) return List.of();
    return tail(then, weeks);
  }

  private List<Reading.Cell> upTo(IsoWeek end) {
    return new ArrayList<>(
        reading.cells().stream().filter(c -> c.week().compareTo(end) <= 0).toList());
  }

  private static List<Reading.Cell> tail(List<Reading.Cell> cells, int weeks) {
    return cells.subList(cells.size() - weeks, cells.size());
  }

  private static Reading.Cell last(List<Reading.Cell> cells) {
    return cells.get(cells.size() - 1);
  }
}
