package org.feierabend.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.feierabend.decision.Sentence;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.IsoWeek;

/** Figures for people to read; arithmetic on published, noised releases and on nothing else. */
public final class Figures {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal LOW = BigDecimal.TEN;
  private static final BigDecimal HIGH = BigDecimal.valueOf(90);

  private final List<PublishedRelease> releases;

  /**
   * @param releases in the order of their weeks
   */
  public Figures(List<PublishedRelease> releases) {
    this.releases = List.copyOf(releases);
  }

  /** All releases of a ledger that were not withdrawn, by week. */
  public static Figures of(List<LedgerRow> ledger) {
    Set<IsoWeek> withdrawn = new HashSet<>();
    for (LedgerRow row : ledger)
      if (row.type() == LedgerRow.Type.WITHDRAWN) row.week().ifPresent(withdrawn::add);
    return new Figures(
        ledger.stream()
            .filter(row -> row.type() == LedgerRow.Type.RELEASE)
            .map(PublishedRelease::read)
            .filter(release -> !withdrawn.contains(release.week()))
            .sorted((a, b) -> a.week().compareTo(b.week()))
            .toList());
  }

  public List<PublishedRelease> releases() {
    return releases;
  }

  /** What somebody had, such as "a meeting outside frame or core time". */
  public static Sentence words(Indicator indicator) {
    return new Sentence(FigureText.german(indicator), FigureText.english(indicator));
  }

  /** As they were when that week was the newest. */
  public Figures upTo(IsoWeek week) {
    return new Figures(releases.stream().filter(r -> r.week().compareTo(week) <= 0).toList());
  }

  /** What any of the releases publishes. */
  public List<Indicator> indicators() {
    Set<Indicator> published = EnumSet.noneOf(Indicator.class);
    for (PublishedRelease release : releases) published.addAll(release.indicators());
    return published.isEmpty() ? Indicator.CORE : List.copyOf(published);
  }

  /** The same block in every week that has it, the newest week last. */
  public List<Figure> block(String blockId, Indicator indicator, IsoWeek from, IsoWeek to) {
    return series(new Reading(releases, r -> blocksNamed(r.plan(), blockId), indicator), from, to);
  }

  /** A unit with all below it. */
  public List<Figure> unit(UnitId unit, Indicator indicator, IsoWeek from, IsoWeek to) {
    return series(new Reading(releases, r -> r.plan().blocksOf(unit), indicator), from, to);
  }

  /**
   * A unit with all below it by quarter, oldest first, and against the same quarter a year before.
   */
  public List<QuarterFigure> quarters(UnitId unit, Indicator indicator) {
    return QuarterFigure.series(new Reading(releases, r -> r.plan().blocksOf(unit), indicator));
  }

  /** All real people in any block. */
  public List<Figure> everybody(Indicator indicator, IsoWeek from, IsoWeek to) {
    return series(new Reading(releases, r -> allBlocks(r.plan()), indicator), from, to);
  }

  /**
   * What was before something and what is after it.
   *
   * @param unit with all below it; empty: everybody
   * @param last week before
   * @param first week after
   */
  public BeforeAfter around(
      Optional<UnitId> unit, Indicator indicator, IsoWeek last, IsoWeek first) {
    return BeforeAfter.of(
        new Reading(
            releases,
            r -> unit.isPresent() ? r.plan().blocksOf(unit.get()) : allBlocks(r.plan()),
            indicator),
        last,
        first);
  }

  /** One block of one week alone, whatever its size: what the ledger says, with its interval. */
  public static Figure.Shown week(PublishedRelease release, int block, Indicator indicator) {
    Reading reading = new Reading(List.of(release), r -> Optional.of(List.of(block)), indicator);
    return shown(reading.cells(), indicator);
  }

  /**
   * One trailing average for each week of the span; a single NotShown where there is nothing to
   * show at all.
   */
  static List<Figure> series(Reading reading, IsoWeek from, IsoWeek to) {
    List<Figure> figures = new ArrayList<>();
    Figure.NotShown last = FigureText.notReported();
    List<Reading.Cell> cells = reading.cells();
    for (int end = 0; end < cells.size(); end++) {
      Reading.Cell cell = cells.get(end);
      if (cell.week().compareTo(from) < 0 || cell.week().compareTo(to) > 0) continue;
      OptionalInt weeks = DisplaySize.weeks(cell.people(), cell.blocks(), cell.sigma2());
      if (weeks.isEmpty()) last = FigureText.tooSmall(cell.people());
      else if (end + 1 < weeks.getAsInt())
        last = FigureText.tooFewWeeks(cell.people(), weeks.getAsInt(), end + 1);
      else
        figures.add(shown(cells.subList(end + 1 - weeks.getAsInt(), end + 1), reading.indicator()));
    }
    return figures.isEmpty() ? List.of(last) : List.copyOf(figures);
  }

  static Figure.Shown shown(List<Reading.Cell> cells, Indicator indicator) {
    Estimate estimate = Estimate.of(cells);
    BigDecimal share = estimate.share();
    BigDecimal low = share.subtract(estimate.half()).max(BigDecimal.ZERO).min(HIGH);
    BigDecimal high = share.add(estimate.half()).min(HUNDRED).max(LOW);
    return FigureText.shown(
        cells.get(0).week(),
        cells.get(cells.size() - 1).week(),
        cells.size(),
        estimate.people(),
        share,
        low.setScale(1, RoundingMode.FLOOR),
        high.setScale(1, RoundingMode.CEILING),
        indicator);
  }

  static Optional<List<Integer>> allBlocks(BlockPlan plan) {
    return Optional.of(plan.real()).filter(real -> !real.isEmpty());
  }

  private static Optional<List<Integer>> blocksNamed(BlockPlan plan, String id) {
    for (int i = 0; i < plan.blocks().size(); i++)
      if (plan.blocks().get(i).id().equals(id)) return Optional.of(List.of(i));
    return Optional.empty();
  }
}
