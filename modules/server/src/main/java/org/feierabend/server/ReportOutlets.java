package org.feierabend.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feierabend.channels.kafka.ReportTopic;
import org.feierabend.channels.report.ReportMail;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Decision;
import org.feierabend.intake.ReportOutlet;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.policy.Policy;
import org.feierabend.policy.Reporting.Recipient;
import org.feierabend.timeline.PersonFacts;

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

  /**
   * The rules decide. An address that is no one person's is treated like a full-timer with the
   * agreed windows: nothing arrives there on a holiday either.
   */
  private boolean reachable(Employer employer, Policy policy, Recipient recipient, Instant now) {
    Optional<PersonFacts> facts =
        recipient
            .person()
            .map(id -> store.directory.person(employer, id).map(Person::facts))
            .orElseGet(
                () -> Optional.of(PersonFacts.ordinary(employer.zone(), employer.municipality())));
    return facts
        .map(
            known ->
                rules
                    .reachabilities
                    .under(policy.name())
                    .decide(known, ContactClass.message(Channel.MAIL, Sender.COLLEAGUE), now))
        .filter(Decision.Deliver.class::isInstance)
        .isPresent();
  }
}
