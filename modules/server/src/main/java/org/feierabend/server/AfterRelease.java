package org.feierabend.server;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.feierabend.alert.AlertRound;
import org.feierabend.alert.Inbox;
import org.feierabend.alert.Trends;
import org.feierabend.channels.kafka.KafkaClients;
import org.feierabend.channels.kafka.ReportTopic;
import org.feierabend.channels.schedule.Clerk;
import org.feierabend.channels.schedule.EmployerClock;
import org.feierabend.intake.LiveFacts;
import org.feierabend.intake.ReportRound;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Employer;
import org.feierabend.policy.Reporting;
import org.feierabend.telework.TeleworkDesk;

/**
 * What is done once a week is released, alerts and reports, and what else has time: by a clerk with
 * a thread of its own.
 */
final class AfterRelease {
  final Inbox inbox;
  final Clerk clerk;

  AfterRelease(
      Settings settings,
      Governance governance,
      TeleworkHouse telework,
      Store store,
      KafkaClients clients,
      Weeks weeks,
      EmployerClock clock,
      LiveFacts live,
      ThreadFactory threads,
      Closers closers) {
    RulesInForce rules = governance.rules;
    Function<Employer, Reporting> terms = employer -> rules.policy(employer.policy()).reporting();
    Mailboxes mailboxes =
        new Mailboxes(
            settings.smtp(), // a wrong one is said at the start, not on a Wednesday
            terms,
            rules,
            store.directory,
            live);
    ReportOutlets outlets =
        new ReportOutlets(mailboxes, List.of(closers.add(new ReportTopic(clients))));
    ReportRound round =
        new ReportRound(
            terms,
            weeks,
            employer -> store.releases.ledger(employer.id()),
            store.reports,
            outlets::of);
    AlertRound alerts =
        new AlertRound(
            store.alerts,
            store.releases,
            employer -> new Trends(rules, rules.policy(employer.policy()).alertAbove()),
            employer -> rules.policy(employer.policy()).agreed().duration("alerts-kept"));
    inbox =
        new Inbox(
            store.alerts,
            store.directory,
            live,
            employer -> rules.under(employer.policy()),
            new RoleAccounts(store.directory, store.accounts)::managers,
            governance.policies::reporting);
    clerk =
        closers.add(
            new Clerk(
                store.directory,
                clock,
                List.of(
                    (employer, now) -> governance.settle(),
                    (employer, now) -> store.givenAnswers.forgetDue(now),
                    new Preparation(store.directory, rules)::round,
                    (employer, now) -> {
                      if (governance.policies.reporting(employer)) alerts.round(employer, now);
                    },
                    (employer, now) ->
                        store.teleworkDays.forget(
                            employer,
                            TeleworkDesk.quarter(now.atZone(employer.zone()).toLocalDate())),
                    telework.reminding(store, mailboxes, settings.publicAddress())::round,
                    (employer, now) -> {
                      if (governance.policies.reporting(employer)) round.round(employer, now);
                    }),
                threads));
  }
}
