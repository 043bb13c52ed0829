package org.feierabend.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.feierabend.decision.Sentence;
import org.feierabend.timeline.IsoWeek;

/**
 * What a member of the works council can read to a staff assembly: ten lines when three indicators
 * are published, from releases alone. Says no more than the figures allow.
 */
public final class Statement {
  /** 1/√(2π), rounded up: the most a normal density rises to. */
  private static final BigDecimal NORMAL_PEAK = new BigDecimal("0.398943");

  private Statement() {}

  /**
   * The lines for the newest release not withdrawn; a single line where there is none.
   *
   * @param figures all releases of the employer
   */
  public static List<Sentence> of(Figures figures) {
    List<PublishedRelease> releases = figures.releases();
    if (releases.isEmpty())
      return List.of(
          new Sentence(
              "Bisher ist keine Woche veröffentlicht; es gibt nichts zu berichten.",
              "No week has been released yet; there is nothing to report."));
    PublishedRelease newest = releases.get(releases.size() - 1);
    List<Sentence> lines = new ArrayList<>();
    lines.add(people(newest));
    for (Indicator indicator : newest.indicators())
      lines.add(newestFigure(figures, indicator, newest.week()));
    lines.add(
        new Sentence(
            "Zu jeder Zahl ist Zufall addiert, bevor irgendjemand sie gesehen hat; deshalb steht ein Bereich da und kein"
                + " einzelner Wert.",
            "Chance was added to every number before anybody saw it; that is why there is a range and not one value."));
    lines.add(
        new Sentence(
            "Unterschiede innerhalb dieser Bereiche können Zufall sein und belegen nichts.",
            "Differences within these ranges may be chance and prove nothing."));
    lines.add(guarantee(newest));
    lines.add(
        new Sentence(
            "Zahlen über einzelne Personen gibt es nicht, auch nicht intern; keine Gruppe hat weniger als %d Personen."
                .formatted(newest.plan().k()),
            "There are no figures about single persons, not even inside; no group has fewer than %d people."
                .formatted(newest.plan().k())));
    lines.add(
        new Sentence(
            "Wie viele Nachrichten jemand bekam, von wem und worüber, weiß das System nach dem Abschluss der Woche nicht.",
            "How many messages anybody got, from whom and about what, the system does not know once a week is closed."));
    lines.add(
        new Sentence(
            "Nachprüfen kann der Betriebs- oder Personalrat das allein, mit dem Kontobuch und dem eigenen Prüfprogramm.",
            "The works council can check this alone, with the ledger and the checker of its own."));
    return List.copyOf(lines);
  }

  private static Sentence people(PublishedRelease release) {
    BlockPlan plan = release.plan();
    int people = plan.real().stream().mapToInt(b -> plan.blocks().get(b).headcount()).sum();
    int groups = plan.real().size();
    Sentence week = WeekWords.of(release.week());
    return new Sentence(
        "Dies gilt für die Zeit bis zur %s und für %d Personen in %d %s."
            .formatted(week.de(), people, groups, groups == 1 ? "Gruppe" : "Gruppen"),
        "This is about the time up to %s and %d people in %d %s."
            .formatted(week.en(), people, groups, groups == 1 ? "group" : "groups"));
  }

  private static Sentence newestFigure(Figures figures, Indicator indicator, IsoWeek week) {
    List<Figure> series = figures.everybody(indicator, week, week);
    return series.get(series.size() - 1).sentence();
  }

  /**
   * With Gaussian noise, who must tell two cases apart gains at most 2Φ(√(2ρ)/2) − 1, which is at
   * most √(2ρ) times the density's peak.
   */
  private static Sentence guarantee(PublishedRelease release) {
    Rational rho = Odometer.rho(release.indicators().size(), release.sigma2());
    BigDecimal twoRho =
        new BigDecimal(rho.num().multiply(java.math.BigInteger.TWO))
            .divide(new BigDecimal(rho.den()), MathContext.DECIMAL64);
    String points =
        twoRho
            .sqrt(MathContext.DECIMAL64)
            .multiply(NORMAL_PEAK)
            .movePointRight(2)
            .setScale(1, RoundingMode.HALF_UP)
            .toPlainString();
    return new Sentence(
        "Wer alle anderen kennt, gewinnt aus einer Woche über eine Person höchstens %s Prozentpunkte Gewissheit; das ist bewiesen, nicht versprochen."
            .formatted(points.replace('.', ',')),
        "Somebody who knows everybody else gains from one week at most %s percentage points of certainty about one person; that is proven, not promised."
            .formatted(points));
  }
}
