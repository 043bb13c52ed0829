package org.feierabend.server;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.feierabend.channels.report.RecipientMail;
import org.feierabend.channels.report.SmtpSettings;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachabilities;
import org.feierabend.intake.LiveFacts;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.policy.Reporting;
import org.feierabend.policy.Reporting.Recipient;
import org.feierabend.timeline.PersonFacts;

/**
 * The mailboxes an employer's policy names.
 *
 * @param smtp empty: nothing is mailed
 */
record Mailboxes(
    Optional<SmtpSettings> smtp,
    Function<Employer, Reporting> terms,
    Reachabilities reachabilities,
    Directory directory,
    LiveFacts live) {

  List<RecipientMail> of(Employer employer) {
    return smtp.stream()
        .flatMap(
            server ->
                terms.apply(employer).recipients().stream()
                    .map(r -> new RecipientMail(server, r, (e, now) -> reads(e, r, now))))
        .toList();
  }

  /**
   * The rules decide. An address that is no one person's is treated like a full-timer with the
   * agreed windows: nothing arrives there on a holiday either.
   */
  private boolean reads(Employer employer, Recipient recipient, Instant now) {
    Optional<PersonFacts> facts =
        recipient
            .person()
            .map(id -> directory.person(employer, id).map(p -> live.facts(employer, p, now)))
            .orElseGet(
                () -> Optional.of(PersonFacts.ordinary(employer.zone(), employer.municipality())));
    return facts
        .map(
            known ->
                reachabilities
                    .under(employer.policy())
                    .decide(known, ContactClass.message(Channel.MAIL, Sender.COLLEAGUE), now))
        .filter(Decision.Deliver.class::isInstance)
        .isPresent();
  }
}
