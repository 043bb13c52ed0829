package org.feierabend.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.feierabend.people.Employer;
import org.feierabend.report.Figures;
import org.feierabend.report.PublishedRelease;
import org.feierabend.report.Releases;
import org.feierabend.timeline.IsoWeek;

/** Judges each released week once, in order; a replayed file alerts nobody. */
public final class AlertRound {
  /** How long an alert may wait to be noted. */
  static final Duration KEPT = Duration.ofDays(91);

  /** Who has never been judged begins with the last quarter. */
  private static final int FIRST_WEEKS = 13;

  private final Alerts alerts;
  private final Releases releases;
  private final Function<Employer, Trends> trends;
  private final Function<Employer, Optional<Duration>> kept;

  /**
   * @param trends the rules with the thresholds of the employer's policy
   * @param kept how long an alert waits where the policy says shorter
   */
  public AlertRound(
      Alerts alerts,
      Releases releases,
      Function<Employer, Trends> trends,
      Function<Employer, Optional<Duration>> kept) {
    this.alerts = Objects.requireNonNull(alerts, "alerts");
    this.releases = Objects.requireNonNull(releases, "releases");
    this.kept = Objects.requireNonNull(kept, "kept");
    this.trends = Objects.requireNonNull(trends, "trends");
  }

  public void round(Employer employer, Instant now) {
    if (employer.clock() == Employer.ClockKind.EVENT) return;
    alerts.forget(
        employer, now.minus(kept.apply(employer).filter(k -> k.compareTo(KEPT) < 0).orElse(KEPT)));
    Optional<IsoWeek> last = alerts.judgedUpTo(employer);
    if (releases.releases(employer.id(), last.map(IsoWeek::next), Optional.empty()).isEmpty())
      return;
    Figures figures = Figures.of(releases.ledger(employer.id()));
    List<IsoWeek> weeks =
        figures.releases().stream()
            .map(PublishedRelease::week)
            .filter(w -> last.isEmpty() || w.compareTo(last.get()) > 0)
            .toList();
    int from = last.isEmpty() ? Math.max(0, weeks.size() - FIRST_WEEKS) : 0;
    for (IsoWeek week : weeks.subList(from, weeks.size()))
      alerts.keep(employer, week, trends.apply(employer).of(figures, week), now);
  }
}
