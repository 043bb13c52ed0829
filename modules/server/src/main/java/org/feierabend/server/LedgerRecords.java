package org.feierabend.server;

import java.util.List;
import org.feierabend.intake.WeekRecords;
import org.feierabend.people.Employer;
import org.feierabend.policy.Policies;
import org.feierabend.policy.Policy;
import org.feierabend.report.BlockPlans;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.ReleaseMaker;
import org.feierabend.report.ReleaseTerms;
import org.feierabend.report.Releases;
import org.feierabend.report.Sums;
import org.feierabend.timeline.IsoWeek;

/** The two rows of a week, under the terms of the policy in force. */
final class LedgerRecords implements WeekRecords {
  private final ReleaseMaker maker;
  private final Policies policies;
  private final BlockPlans plans;
  private final Releases releases;

  LedgerRecords(ReleaseMaker maker, Policies policies, BlockPlans plans, Releases releases) {
    this.maker = maker;
    this.policies = policies;
    this.plans = plans;
    this.releases = releases;
  }

  @Override
  public LedgerRow release(Employer employer, IsoWeek week, Sums sums, LedgerHead head) {
    Policy policy = policies.policy(employer.policy());
    return maker.release(
        employer.id(),
        week,
        ReleaseTerms.of(policy.edition(), policy.indicators(week.quarter()), policy.rhoYear()),
        plans.of(employer, week.quarter()),
        sums,
        head,
        releases.ledger(employer.id()));
  }

  @Override
  public LedgerRow destroyed(Employer employer, IsoWeek week, LedgerHead head) {
    return maker.destroyed(employer.id(), week, releaseOf(employer, week).hash(), head);
  }

  private LedgerRow releaseOf(Employer employer, IsoWeek week) {
    List<LedgerRow> ledger = releases.ledger(employer.id());
    return ledger.stream()
        .filter(row -> row.type() == LedgerRow.Type.RELEASE)
        .filter(row -> row.week().filter(week::equals).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Week %s of %s is to be destroyed, but was never released."
                        .formatted(week, employer.id())));
  }
}
