package org.feierabend.server;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.feierabend.channels.report.ReminderMail;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.persistence.Database;
import org.feierabend.persistence.JdbcArrangements;
import org.feierabend.persistence.JdbcResidents;
import org.feierabend.persistence.JdbcSentReminders;
import org.feierabend.persistence.JdbcTeleworkDays;
import org.feierabend.persistence.JpaDirectory;
import org.feierabend.policy.TeleworkLimits;
import org.feierabend.rulebook.DroolsTelework;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Quota;
import org.feierabend.telework.ReminderOutlet;
import org.feierabend.telework.ReminderRound;
import org.feierabend.telework.Reminders;
import org.feierabend.telework.TeleworkAgreement;
import org.feierabend.telework.TeleworkAgreement.Term;
import org.feierabend.telework.TeleworkAgreement.Workplace;
import org.feierabend.telework.TeleworkDesk;
import org.feierabend.telework.TermsInForce;
import org.feierabend.telework.WorkDays;

/** Telework agreements in a database, and the round that reminds of them. */
final class Reminded {
  private static final DroolsTelework RULES =
      new DroolsTelework(Path.of(System.getProperty("feierabend.home")));

  private final JdbcArrangements arrangements;
  private final Employer employer;
  final ReminderRound round;

  Reminded(Database database, Employer employer, Mailboxes mailboxes) {
    this.employer = employer;
    arrangements = new JdbcArrangements(database);
    JpaDirectory directory = new JpaDirectory(database);
    TermsInForce terms =
        new TermsInForce(
            arrangements,
            new JdbcResidents(database),
            directory,
            e -> new TermsInForce.Standard(new Quota(4000), "DE", TeleworkLimits.NONE));
    WorkDays workDays =
        new WorkDays(
            e -> {
              throw new UnsupportedOperationException("Reminders plan no day.");
            });
    TeleworkDesk desk = new TeleworkDesk(RULES, terms, new JdbcTeleworkDays(database), workDays);
    round =
        new ReminderRound(
            new Reminders(arrangements, directory, desk),
            new JdbcSentReminders(database),
            e ->
                mailboxes.of(e).stream()
                    .filter(m -> m.recipient().reminders())
                    .<ReminderOutlet>map(m -> new ReminderMail(m, Optional.empty()))
                    .toList());
  }

  /** Agreed for that long. */
  void agreed(Arrangement.Whom whom, String from, String until) {
    arrangements.add(
        employer,
        new Arrangement(
            UUID.randomUUID(),
            whom,
            Arrangement.State.AGREED,
            Role.HR,
            new TeleworkAgreement(
                new Quota(4000),
                2,
                Optional.empty(),
                EnumSet.noneOf(DayOfWeek.class),
                Set.of(),
                0,
                new Term(
                    Optional.of(LocalDate.parse(from)),
                    Optional.of(LocalDate.parse(until)),
                    Optional.empty()),
                new Workplace(true, true)),
            "DE",
            Instant.parse("2026-01-01T00:00:00Z"),
            1));
  }
}
