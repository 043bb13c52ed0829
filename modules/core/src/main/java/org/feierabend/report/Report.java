package org.feierabend.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feierabend.decision.Sentence;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.IsoWeek;

/**
 * What a report says, before it has a form: arithmetic on releases and on nothing else, so the same
 * releases always give the same report.
 *
 * @param employer its name
 * @param newest the newest release of the period; empty where none was published
 * @param weeks the released weeks of the period
 * @param rows everybody first, then the units that are reported, each below its parent
 * @param notSeparate names of the units that are not reported separately
 * @param trend everybody week by week, up to a year back
 * @param statement lines for a staff assembly
 */
public record Report(
    String employer,
    ReportPeriod period,
    Optional<PublishedRelease> newest,
    List<IsoWeek> weeks,
    List<Row> rows,
    List<Sentence> notSeparate,
    Map<Indicator, List<Figure.Shown>> trend,
    List<Sentence> statement) {
  private static final int TREND_WEEKS = 13;

  /**
   * One line of a report.
   *
   * @param unit empty for everybody together
   * @param depth how far below the top
   */
  public record Row(
      Optional<UnitId> unit, Sentence name, int depth, int headcount, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * @param sinceBefore against as many weeks right before
   * @param sinceYear against as many weeks that end a year before
   */
  public record Cell(Indicator indicator, Figure figure, Change sinceBefore, Change sinceYear) {}

  public Report {
    Objects.requireNonNull(employer, "employer");
    Objects.requireNonNull(period, "period");
    weeks = List.copyOf(weeks);
    rows = List.copyOf(rows);
    notSeparate = List.copyOf(notSeparate);
    statement = List.copyOf(statement);
  }

  /**
   * @param figures all releases of the employer; those after the period are not looked at
   */
  public static Report of(String employer, ReportPeriod period, Figures figures) {
    List<PublishedRelease> known =
        figures.releases().stream().filter(r -> r.week().compareTo(period.to()) <= 0).toList();
    List<PublishedRelease> within = known.stream().filter(r -> period.holds(r.week())).toList();
    Optional<PublishedRelease> newest =
        within.isEmpty() ? Optional.empty() : Optional.of(within.get(within.size() - 1));
    List<Row> rows = new ArrayList<>();
    List<Sentence> notSeparate = new ArrayList<>();
    Map<Indicator, List<Figure.Shown>> trend = new LinkedHashMap<>();
    newest.ifPresent(
        release -> {
          rows.add(everybody(known, period, release));
          new Units(release.plan())
              .visit(
                  (unit, depth) -> {
                    if (unnamed(release.plan(), unit, depth)) return;
                    if (release.plan().blocksOf(unit.id()).isEmpty()) notSeparate.add(unit.name());
                    else rows.add(row(known, period, release, unit, depth));
                  });
          IsoWeek from = IsoWeek.of(period.to().monday().minusWeeks(TREND_WEEKS - 1));
          for (Indicator i : release.indicators())
            trend.put(i, PeriodReading.everybody(known, i).trend(from, period.to()));
        });
    return new Report(
        employer,
        period,
        newest,
        within.stream().map(PublishedRelease::week).toList(),
        rows,
        notSeparate,
        trend,
        Statement.of(new Figures(known)));
  }

  /** How many weeks the period has. */
  public int weeksOfPeriod() {
    int weeks = 1;
    for (IsoWeek week = period.from(); week.compareTo(period.to()) < 0; week = week.next()) weeks++;
    return weeks;
  }

  /** Canaries, units without people, and the one at the top that everybody is in. */
  private static boolean unnamed(BlockPlan plan, BlockPlan.UnitStaff unit, int depth) {
    Set<UnitId> canaries = Canaries.unitsOf(plan.units());
    if (canaries.contains(unit.id()) || plan.headcount(unit.id()) == 0) return true;
    int everybody =
        plan.units().stream()
            .filter(u -> !canaries.contains(u.id()))
            .mapToInt(BlockPlan.UnitStaff::staff)
            .sum();
    return depth == 0 && plan.headcount(unit.id()) == everybody;
  }

  private static Row everybody(
      List<PublishedRelease> known, ReportPeriod period, PublishedRelease release) {
    List<BlockPlan.Block> blocks = release.plan().blocks();
    int people = release.plan().real().stream().mapToInt(i -> blocks.get(i).headcount()).sum();
    return new Row(
        Optional.empty(),
        new Sentence("Alle zusammen", "Everybody together"),
        0,
        people,
        release.indicators().stream()
            .map(i -> PeriodReading.everybody(known, i).cell(period))
            .toList());
  }

  private static Row row(
      List<PublishedRelease> known,
      ReportPeriod period,
      PublishedRelease release,
      BlockPlan.UnitStaff unit,
      int depth) {
    return new Row(
        Optional.of(unit.id()),
        unit.name(),
        depth,
        release.plan().headcount(unit.id()),
        release.indicators().stream()
            .map(i -> PeriodReading.unit(known, unit.id(), i).cell(period))
            .toList());
  }

  /** The tree, parents before children. */
  private record Units(BlockPlan plan) {
    interface Visitor {
      void at(BlockPlan.UnitStaff unit, int depth);
    }

    void visit(Visitor visitor) {
      below(Optional.empty(), 0, visitor);
    }

    private void below(Optional<UnitId> parent, int depth, Visitor visitor) {
      for (BlockPlan.UnitStaff unit : plan.units())
        if (unit.parent().equals(parent)) {
          visitor.at(unit, depth);
          below(Optional.of(unit.id()), depth + 1, visitor);
        }
    }
  }
}
