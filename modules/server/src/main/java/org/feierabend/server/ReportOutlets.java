package org.feierabend.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.feierabend.channels.report.ReportMail;
import org.feierabend.channels.report.SmtpSettings;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachabilities;
import org.feierabend.intake.ReportOutlet;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.policy.Reporting;
import org.feierabend.policy.Reporting.Recipient;
import org.feierabend.timeline.PersonFacts;

/**
 * The ways out for an employer's reports: the standing ones, and a mail for each recipient of the
 * policy.
 */
final class ReportOutlets {
  private final Optional<SmtpSettings> smtp;
  private final Function<Employer, Reporting> terms;
  private final Reachabilities reachabilities;
  private final Directory directory;
  private final List<ReportOutlet> standing;

  /**
   * @param smtp empty: nothing is mailed
   */
  ReportOutlets(
      Optional<SmtpSettings> smtp,
      Function<Employer, Reporting> terms,
      Reachabilities reachabilities,
      Directory directory,
      List<ReportOutlet> standing) {
    this.smtp = Objects.requireNonNull(smtp, "smtp");
    this.terms = Objects.requireNonNull(terms, "terms");
    this.reachabilities = Objects.requireNonNull(reachabilities, "reachabilities");
    this.directory = Objects.requireNonNull(directory, "directory");
    this.standing = List.copyOf(standing);
  }

  List<ReportOutlet> of(Employer employer) {
    List<ReportOutlet> outlets = new ArrayList<>(standing);
    smtp.ifPresent(
        server -> {
          for (Recipient recipient : terms.apply(employer).recipients())
            outlets.add(new ReportMail(server, recipient, (e, now) -> reads(e, recipient, now)));
        });
    return outlets;
  }

  /**
   * The rules decide. An address that is no one person's is treated like a full-timer with the
   * agreed windows: nothing arrives there on a holiday either.
   */
  private boolean reads(Employer employer, Recipient recipient, Instant now) {
    Optional<PersonFacts> facts =
        recipient
            .person()
            .map(id -> directory.person(employer, id).map(Person::facts))
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
