package org.feierabend.intake;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.feierabend.intake.IssuedReports.Issued;
import org.feierabend.people.Employer;
import org.feierabend.policy.Reporting;
import org.feierabend.report.Figures;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.Report;
import org.feierabend.report.ReportPeriod;

/**
 * Prepares the reports that are due and hands them out. The time is fixed beforehand and the same
 * whatever happened; a week of the period that is still open is waited for.
 */
public final class ReportRound {
  private final Function<Employer, Reporting> terms;
  private final Weeks weeks;
  private final Function<Employer, List<LedgerRow>> ledgers;
  private final IssuedReports issued;
  private final Function<Employer, List<ReportOutlet>> outlets;

  private final Resting resting = new Resting();

  /**
   * @param ledgers all rows of an employer's ledger
   * @param outlets the ways out for an employer's reports
   */
  public ReportRound(
      Function<Employer, Reporting> terms,
      Weeks weeks,
      Function<Employer, List<LedgerRow>> ledgers,
      IssuedReports issued,
      Function<Employer, List<ReportOutlet>> outlets) {
    this.terms = Objects.requireNonNull(terms, "terms");
    this.weeks = Objects.requireNonNull(weeks, "weeks");
    this.ledgers = Objects.requireNonNull(ledgers, "ledgers");
    this.issued = Objects.requireNonNull(issued, "issued");
    this.outlets = Objects.requireNonNull(outlets, "outlets");
  }

  /** The report as it was prepared; what the ledger learnt later is not in it. */
  public static Report report(Employer employer, Issued issued, List<LedgerRow> ledger) {
    List<LedgerRow> then = ledger.subList(0, (int) Math.min(issued.ledgerRows(), ledger.size()));
    return Report.of(employer.name(), issued.period(), Figures.of(then));
  }

  /**
   * Prepares what is due, then sends what may be sent now. An outlet that fails does not hold up
   * the others and is tried again after ten minutes; all failures are thrown at the end, as one.
   */
  public void round(Employer employer, Instant now) {
    prepare(employer, now);
    Failures failures = new Failures();
    List<ReportOutlet> open =
        outlets.apply(employer).stream()
            .filter(o -> !resting.rests(employer, o.key(), now) && o.open(employer, now))
            .toList();
    for (Issued report : issued.all(employer)) {
      List<ReportOutlet> left =
          open.stream()
              .filter(o -> o.takes(report.period().kind()) && !o.tooLate(report.prepared(), now))
              .toList();
      if (left.isEmpty()) continue;
      var done = issued.handedTo(employer, report.period());
      for (ReportOutlet outlet : left)
        if (!done.contains(outlet.key()) && !resting.rests(employer, outlet.key(), now))
          handOver(employer, report, outlet, now, failures);
    }
    failures.throwFirst();
  }

  private void prepare(Employer employer, Instant now) {
    List<Issued> known = issued.all(employer);
    for (ReportPeriod.Kind kind : ReportPeriod.Kind.values()) {
      ReportPeriod next =
          known.stream()
              .map(Issued::period)
              .filter(p -> p.kind() == kind)
              .reduce((a, b) -> b)
              .map(ReportPeriod::next)
              .orElseGet(() -> ReportPeriod.holding(kind, employer.firstWeek()));
      // the ledger is read once the weeks are known to be closed, or it might lack the last
      for (; due(employer, next, now); next = next.next())
        issued.issue(employer, new Issued(next, now, ledgers.apply(employer).size()));
    }
  }

  private boolean due(Employer employer, ReportPeriod period, Instant now) {
    var at = terms.apply(employer).at();
    if (period.due(at, employer.zone()).isAfter(now)) return false;
    return weeks.unfinished(employer).stream().noneMatch(w -> w.week().compareTo(period.to()) <= 0);
  }

  private void handOver(
      Employer employer, Issued report, ReportOutlet outlet, Instant now, Failures failures) {
    try {
      issued.handOver(
          employer,
          report.period(),
          outlet.key(),
          () -> outlet.send(employer, report(employer, report, ledgers.apply(employer)), now));
    } catch (RuntimeException e) {
      resting.rest(employer, outlet.key(), now);
      failures.add(e);
    }
  }
}
