package org.feierabend.channels.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;
import org.feierabend.channels.mail.MailAnswers.FromCitizen;
import org.feierabend.channels.report.SmtpSettings;
import org.feierabend.channels.schedule.Worker;
import org.feierabend.intake.OpenHours;
import org.feierabend.intake.Receipts;
import org.feierabend.people.Employer;
import org.feierabend.report.WeekKeys;
import org.feierabend.timeline.IsoWeek;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells citizens who write after hours that their message was received, that a deadline is kept and
 * from when on it is read: by the policy, never by the recipient, and never to a machine.
 */
public final class CitizenReceipts implements Consumer<FromCitizen>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CitizenReceipts.class);
  private static final int MOST_WAITING = 10_000;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final SmtpSettings smtp;
  private final Function<Employer, OpenHours> hours;
  private final Receipts receipts;
  private final WeekKeys keys;
  private final BlockingQueue<FromCitizen> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Worker worker;

  public CitizenReceipts(
      SmtpSettings smtp,
      Function<Employer, OpenHours> hours,
      Receipts receipts,
      WeekKeys keys,
      ThreadFactory threads) {
    this.smtp = smtp;
    this.hours = hours;
    this.receipts = receipts;
    this.keys = keys;
    worker = new Worker("mail-receipts", threads, this::round, () -> {}, () -> {});
    worker.start();
  }

  /** Never waits: a receipt is a courtesy, the mail is not held up for it. */
  @Override
  public void accept(FromCitizen mail) {
    if (!mail.automatic() && Answerable.by(mail.sender())) waiting.offer(mail);
  }

  private Duration round() {
    for (FromCitizen mail = waiting.poll(); mail != null; mail = waiting.poll()) {
      Optional<Instant> from = hours.apply(mail.employer()).readFrom(mail.received());
      boolean open = from.isPresent() && !from.get().isAfter(mail.received());
      if (!open && first(mail)) send(mail, from);
    }
    return PAUSE;
  }

  private boolean first(FromCitizen mail) {
    LocalDate day = LocalDate.ofInstant(mail.received(), mail.employer().zone());
    byte[] digest =
        keys.openOrCreate(mail.employer().id(), IsoWeek.at(mail.received(), mail.employer().zone()))
            .receiptDigest(day, mail.sender().toLowerCase(Locale.ROOT));
    return receipts.first(mail.employer(), day, digest);
  }

  /** Not tried again: a second one would be worse than none. */
  private void send(FromCitizen mail, Optional<Instant> from) {
    try {
      MimeMessage message = new MimeMessage(smtp.session(true));
      message.setFrom(new InternetAddress(smtp.from()));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.sender()));
      message.setSubject("Eingangsbestätigung / Receipt", "UTF-8");
      message.setSentDate(Date.from(mail.received()));
      message.setHeader("Auto-Submitted", "auto-replied");
      message.setHeader("X-Auto-Response-Suppress", "All");
      message.setText(text(mail.employer(), mail.received(), from), "UTF-8");
      Transport.send(message);
    } catch (MessagingException e) {
      LOG.warn("A receipt was not taken by {}: {}", smtp, e.getClass().getSimpleName());
    }
  }

  static String text(Employer employer, Instant received, Optional<Instant> from) {
    ZoneId zone = employer.zone();
    DateTimeFormatter de =
        DateTimeFormatter.ofPattern("EEEE, d. MMMM uuuu, HH:mm 'Uhr'", Locale.GERMAN)
            .withZone(zone);
    DateTimeFormatter en =
        DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.UK).withZone(zone);
    return """
        Ihre Nachricht ist eingegangen am %s (%s).
        Eine Frist, die bis zu diesem Zeitpunkt läuft, ist gewahrt.
        %s
        Diese Bestätigung kommt von selbst; bitte nicht darauf antworten.

        Your message was received on %s (%s).
        A deadline that runs up to that moment is kept.
        %s
        This receipt is automatic; please do not answer it.
        """
        .formatted(
            de.format(received),
            zone,
            from.map(f -> "Gelesen wird sie ab " + de.format(f) + ".")
                .orElse("Gelesen wird sie zur nächsten Dienstzeit."),
            en.format(received),
            zone,
            from.map(f -> "It is read from " + en.format(f) + ".")
                .orElse("It is read in the next working hours."));
  }

  @Override
  public void close() {
    worker.close();
  }
}
