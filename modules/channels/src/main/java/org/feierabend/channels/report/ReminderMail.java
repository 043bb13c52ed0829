package org.feierabend.channels.report;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.people.Employer;
import org.feierabend.telework.Reminder;
import org.feierabend.telework.Reminder.Kind;
import org.feierabend.telework.ReminderOutlet;

/**
 * One recipient's mail: how many telework agreements are to be seen to. It names nobody, no unit
 * and no day, because whoever reads a mailbox may be anybody's manager; whose they are is on HR's
 * page.
 */
public final class ReminderMail implements ReminderOutlet {
  private final RecipientMail mailbox;
  private final Optional<URI> address;

  /**
   * @param address where the pages are, as far as one knows
   */
  public ReminderMail(RecipientMail mailbox, Optional<URI> address) {
    this.mailbox = Objects.requireNonNull(mailbox, "mailbox");
    this.address = Objects.requireNonNull(address, "address");
  }

  @Override
  public String key() {
    return mailbox.key();
  }

  @Override
  public boolean open(Employer employer, Instant now) {
    return mailbox.open(employer, now);
  }

  @Override
  public void send(Employer employer, List<Reminder> reminders, Instant now) {
    ReportWords words = new ReportWords(mailbox.recipient().language());
    mailbox.send(
        words.say("Telearbeit: Es läuft etwas ab – ", "Telework: something runs out – ")
            + employer.name(),
        now,
        m -> m.setText(text(reminders, words), "UTF-8"));
  }

  private String text(List<Reminder> reminders, ReportWords words) {
    StringBuilder text = new StringBuilder();
    for (Kind kind : Kind.values()) {
      long n = reminders.stream().filter(r -> r.kind() == kind).count();
      if (n > 0) text.append(sentence(kind, n, words)).append("\n\n");
    }
    text.append(
        words.say(
            "Wen es betrifft und bis wann, sieht das Personalamt nach dem Anmelden unter „Telearbeit“.",
            "Whom it is about and until when, the personnel office sees under “Telework” after logging in."));
    address.ifPresent(a -> text.append("\n").append(a));
    return text.append("\n").toString();
  }

  private static String sentence(Kind kind, long n, ReportWords words) {
    return switch (kind) {
      case TRIAL_ENDS ->
          n == 1
              ? words.say(
                  "Die Erprobung einer Telearbeitsvereinbarung endet bald; danach braucht ein Widerruf Gründe.",
                  "The trial of one telework agreement ends soon; after it a revocation needs reasons.")
              : words
                  .say(
                      "Die Erprobung von %d Telearbeitsvereinbarungen endet bald; danach braucht ein Widerruf Gründe.",
                      "The trial of %d telework agreements ends soon; after it a revocation needs reasons.")
                  .formatted(n);
      case TERM_ENDS ->
          n == 1
              ? words.say(
                  "Eine Telearbeitsvereinbarung endet bald, und keine Verlängerung ist vorgeschlagen.",
                  "One telework agreement ends soon, and no renewal is proposed.")
              : words
                  .say(
                      "%d Telearbeitsvereinbarungen enden bald, und keine Verlängerung ist vorgeschlagen.",
                      "%d telework agreements end soon, and no renewal is proposed.")
                  .formatted(n);
      case RENEWAL_WAITS ->
          n == 1
              ? words.say(
                  "Eine Verlängerung wartet auf die Antwort der anderen Seite; was sie verlängert, endet bald.",
                  "One renewal waits for the other side's answer; what it renews ends soon.")
              : words
                  .say(
                      "%d Verlängerungen warten auf die Antwort der anderen Seite; was sie verlängern, endet bald.",
                      "%d renewals wait for the other side's answer; what they renew ends soon.")
                  .formatted(n);
    };
  }
}
