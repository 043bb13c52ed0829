package org.feierabend.server;

import java.net.URI;
import java.util.Optional;
import org.feierabend.channels.report.ReminderMail;
import org.feierabend.persistence.JdbcSentReminders;
import org.feierabend.persistence.JdbcTakenTemplates;
import org.feierabend.rulebook.YamlTeleworkTemplates;
import org.feierabend.telework.Crossings;
import org.feierabend.telework.ReminderOutlet;
import org.feierabend.telework.ReminderRound;
import org.feierabend.telework.Reminders;
import org.feierabend.telework.TakenTemplates;
import org.feierabend.telework.TeleworkDesk;
import org.feierabend.telework.TeleworkTemplates;
import org.feierabend.telework.TermsInForce;
import org.feierabend.telework.WorkDays;

/** The part of the house telework is asked in. */
final class TeleworkHouse {
  final TeleworkDesk desk;
  final Crossings crossings;
  final TeleworkTemplates templates;
  final TakenTemplates taken;
  final TeleworkOffer offer;
  final Reminders reminders;

  TeleworkHouse(Settings settings, RulesInForce rules, Store store) {
    TermsInForce terms =
        new TermsInForce(store.arrangements, store.residents, store.directory, rules::telework);
    WorkDays workDays = new WorkDays(employer -> rules.almanac(employer.policy()).holidays());
    desk = new TeleworkDesk(rules, terms, store.teleworkDays, workDays);
    crossings = new Crossings(rules, terms, store.teleworkDays, store.directory);
    templates = YamlTeleworkTemplates.read(settings.home());
    taken = new JdbcTakenTemplates(store.database);
    offer = new TeleworkOffer(templates, taken);
    reminders = new Reminders(store.arrangements, store.directory, desk);
  }

  /** By mail to whoever the policy says is sent reminders. */
  ReminderRound reminding(Store store, Mailboxes mailboxes, Optional<URI> address) {
    return new ReminderRound(
        reminders,
        new JdbcSentReminders(store.database),
        employer ->
            mailboxes.of(employer).stream()
                .filter(mailbox -> mailbox.recipient().reminders())
                .<ReminderOutlet>map(mailbox -> new ReminderMail(mailbox, address))
                .toList());
  }
}
