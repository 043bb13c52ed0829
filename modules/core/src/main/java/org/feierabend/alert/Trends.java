package org.feierabend.alert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feierabend.people.UnitId;
import org.feierabend.report.BlockPlan;
import org.feierabend.report.Canaries;
import org.feierabend.report.Figure;
import org.feierabend.report.Figures;
import org.feierabend.report.Indicator;
import org.feierabend.report.PublishedRelease;
import org.feierabend.report.QuarterMove;
import org.feierabend.timeline.IsoWeek;

/** Asks the alert rules about every unit of a released week. Knows releases and nothing else. */
public final class Trends {
  private final Alerting rules;
  private final Map<Indicator, BigDecimal> thresholds;

  /**
   * @param thresholds per cent of the staff; an indicator without one alerts by its rise alone
   */
  public Trends(Alerting rules, Map<Indicator, BigDecimal> thresholds) {
    this.rules = Objects.requireNonNull(rules, "rules");
    this.thresholds = Map.copyOf(thresholds);
  }

  /**
   * @param figures all releases; those after the week are not looked at
   */
  public List<Alert> of(Figures figures, IsoWeek week) {
    Figures known = figures.upTo(week);
    List<Alert> alerts = new ArrayList<>();
    known.releases().stream()
        .filter(r -> r.week().equals(week))
        .findFirst()
        .ifPresent(
            release -> {
              Set<UnitId> canaries = Canaries.unitsOf(release.plan().units());
              for (BlockPlan.UnitStaff unit : release.plan().units())
                for (Indicator indicator : release.indicators())
                  alert(known, release, unit.id(), indicator, canaries.contains(unit.id()))
                      .ifPresent(alerts::add);
            });
    return alerts;
  }

  private Optional<Alert> alert(
      Figures known, PublishedRelease release, UnitId unit, Indicator indicator, boolean invented) {
    Optional<Figure.Shown> now = shown(known, unit, indicator, release.week());
    if (now.isEmpty()) return Optional.empty();
    AlertVerdict verdict =
        rules.judge(
            AlertFacts.unit(
                now.map(Figure.Shown::low),
                shown(known, unit, indicator, release.week().previous()).map(Figure.Shown::low),
                Optional.ofNullable(thresholds.get(indicator)),
                QuarterMove.risen(known, unit, indicator, release.week()),
                invented));
    return verdict instanceof AlertVerdict.Tell tell
        ? Optional.of(
            new Alert(
                release.week(),
                unit,
                indicator,
                tell.reasons().get(0).rule(),
                now.get().low(),
                now.get().high(),
                now.get().weeks()))
        : Optional.empty();
  }

  private static Optional<Figure.Shown> shown(
      Figures figures, UnitId unit, Indicator indicator, IsoWeek week) {
    Figure figure = figures.unit(unit, indicator, week, week).get(0);
    return figure instanceof Figure.Shown shown ? Optional.of(shown) : Optional.empty();
  }
}
