package org.feierabend.channels.calendar;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.calendar.CounterPost;
import org.feierabend.calendar.Invitation;
import org.feierabend.channels.report.SmtpSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proposals by mail (iMIP, RFC 6047), under the address of whoever proposes: calendar servers take
 * none at their Outbox (RFC 6638).
 */
public final class MailedCounters implements CounterPost {
  private static final Logger LOG = LoggerFactory.getLogger(MailedCounters.class);

  private final Optional<SmtpSettings> smtp;

  /**
   * @param smtp empty: none is sent
   */
  public MailedCounters(Optional<SmtpSettings> smtp) {
    this.smtp = Objects.requireNonNull(smtp, "smtp");
  }

  @Override
  public boolean open() {
    return smtp.isPresent();
  }

  @Override
  public Posted post(Invitation invitation, String from, Instant start, Instant now) {
    if (smtp.isEmpty()) return Posted.OFF;
    try {
      MimeMessage message = new MimeMessage(smtp.get().session(false));
      message.setFrom(new InternetAddress(from));
      message.setSender(new InternetAddress(smtp.get().from()));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(invitation.organiser()));
      message.setSubject(Counter.SUBJECT, "UTF-8");
      message.setSentDate(Date.from(now));
      message.setDataHandler(
          new DataHandler(
              new ByteArrayDataSource(
                  Counter.of(invitation, from, start, now)
                      .toString()
                      .getBytes(StandardCharsets.UTF_8),
                  "text/calendar; method=COUNTER; charset=UTF-8")));
      Transport.send(message);
      return Posted.SENT;
    } catch (MessagingException e) {
      LOG.warn("A proposal was not taken by {}: {}", smtp.get(), e.getClass().getSimpleName());
      return Posted.AWAY;
    }
  }
}
