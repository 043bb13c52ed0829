package org.feierabend.channels.report;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.feierabend.people.Employer;
import org.feierabend.policy.Reporting.Recipient;

/**
 * The mailbox of one recipient of a policy, open in that recipient's hours.
 *
 * @param reachable whether the recipient may be reached at an instant
 */
public record RecipientMail(
    SmtpSettings smtp, Recipient recipient, BiPredicate<Employer, Instant> reachable) {
  /** What a mail says. */
  interface Content {
    void into(MimeMessage message) throws MessagingException;
  }

  public RecipientMail {
    Objects.requireNonNull(smtp, "smtp");
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(reachable, "reachable");
  }

  /** Stable, and nobody's name or address. */
  String key() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  (recipient.to() + " " + recipient.language()).getBytes(StandardCharsets.UTF_8));
      return "mail:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** A replayed file is no reason to write to anybody. */
  boolean open(Employer employer, Instant now) {
    return employer.clock() == Employer.ClockKind.WALL && reachable.test(employer, now);
  }

  /** Returns when the mail server has taken it. */
  void send(String subject, Instant now, Content content) {
    try {
      MimeMessage message = new MimeMessage(smtp.session(false));
      message.setFrom(new InternetAddress(smtp.from()));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient.to()));
      message.setSubject(subject, "UTF-8");
      message.setSentDate(Date.from(now));
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setHeader("Content-Language", recipient.language().name().toLowerCase(Locale.ROOT));
      content.into(message);
      Transport.send(message);
    } catch (MessagingException e) {
      // the cause may name the recipient, so neither it nor its message goes into a log
      throw new UncheckedIOException(
          new IOException(
              "the mail server %s did not take a mail: %s"
                  .formatted(smtp, e.getClass().getSimpleName())));
    }
  }
}
