package org.feierabend.server;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.feierabend.channels.kafka.ReportTopic;
import org.feierabend.channels.report.ReportMail;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Decision;
import org.feierabend.intake.ReportOutlet;
import org.feierabend.people.Employer;
import org.feierabend.policy.Policy;
import org.feierabend.policy.Reporting.Recipient;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/**
 * The ways out for an employer's reports: the topic, and a mail for each recipient of the policy.
 */
final class ReportOutlets {
  private final Settings settings;
  private final Rules rules;
  private final Store store;
  private final ReportTopic topic;

  ReportOutlets(Settings settings, Rules rules, Store store, ReportTopic topic) {
    this.settings = settings;
    this.rules = rules;
    this.store = store;
    this.topic = topic;
    settings.smtp(); // a wrong one is said at the start, not on a Wednesday
  }

  List<ReportOutlet> of(Employer employer) {
    List<ReportOutlet> outlets = new ArrayList<>(List.of(topic));
    Policy policy = rules.policies.policy(employer.policy());
    settings
        .smtp()
        .ifPresent(
            smtp -> {
              for (Recipient recipient : policy.reporting().recipients())
                outlets.add(
                    new ReportMail(
                        smtp, recipient, (e, now) -> reachable(e, policy, recipient, now)));
            });
    return outlets;
  }

  /** The rules decide where a person reads; else the agreed windows do. */
  private boolean reachable(Employer employer, Policy policy, Recipient recipient, Instant now) {
    if (recipient.person().isEmpty()) return inside(policy, now);
    return recipient
        .person()
        .flatMap(id -> store.directory.person(employer, id))
        .map(
            person ->
                rules
                    .reachabilities
                    .under(policy.name())
                    .decide(
                        person.facts(), ContactClass.message(Channel.MAIL, Sender.COLLEAGUE), now))
        .filter(Decision.Deliver.class::isInstance)
        .isPresent();
  }

  private static boolean inside(Policy policy, Instant now) {
    ZonedDateTime local = now.atZone(policy.zone());
    for (WeeklyWindow window : policy.windows())
      if (window.days().contains(local.getDayOfWeek())
          && !local.toLocalTime().isBefore(window.from())
          && local.toLocalTime().isBefore(window.to())) return true;
    return false;
  }
}
