package org.feierabend.channels.report;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.feierabend.intake.ReportOutlet;
import org.feierabend.people.Employer;
import org.feierabend.policy.Reporting.Recipient;
import org.feierabend.report.Report;
import org.feierabend.report.ReportPeriod;

/** One recipient's mail: the lines for the assembly as text, the report as PDF and CSV. */
public final class ReportMail implements ReportOutlet {

  /** Longer than a holiday; older reports are there to be downloaded. */
  private static final Duration NEWS = Duration.ofDays(42);

  private final SmtpSettings smtp;
  private final Recipient recipient;
  private final BiPredicate<Employer, Instant> reachable;

  /**
   * @param reachable whether the recipient may be reached at an instant
   */
  public ReportMail(
      SmtpSettings smtp, Recipient recipient, BiPredicate<Employer, Instant> reachable) {
    this.smtp = Objects.requireNonNull(smtp, "smtp");
    this.recipient = Objects.requireNonNull(recipient, "recipient");
    this.reachable = Objects.requireNonNull(reachable, "reachable");
  }

  @Override
  public String key() {
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

  @Override
  public boolean takes(ReportPeriod.Kind kind) {
    return recipient.kinds().contains(kind);
  }

  /** A replayed file is no reason to write to anybody. */
  @Override
  public boolean open(Employer employer, Instant now) {
    return employer.clock() == Employer.ClockKind.WALL && reachable.test(employer, now);
  }

  @Override
  public boolean tooLate(Instant prepared, Instant now) {
    return prepared.plus(NEWS).isBefore(now);
  }

  @Override
  public void send(Employer employer, Report report, Instant now) {
    try {
      Transport.send(message(report, now));
    } catch (MessagingException e) {
      // the cause may name the recipient, so neither it nor its message goes into a log
      throw new UncheckedIOException(
          new IOException(
              "the mail server %s did not take a report: %s"
                  .formatted(smtp, e.getClass().getSimpleName())));
    }
  }

  private MimeMessage message(Report report, Instant now) throws MessagingException {
    MimeMessage message = new MimeMessage(smtp.session(false));
    message.setFrom(new InternetAddress(smtp.from()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient.to()));
    message.setSubject(ReportHtml.title(report, recipient.language()), "UTF-8");
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", recipient.language().name().toLowerCase());
    MimeBodyPart text = new MimeBodyPart();
    text.setText(
        report.statement().stream()
            .map(s -> s.in(recipient.language()))
            .collect(Collectors.joining("\n")),
        "UTF-8");
    MimeMultipart parts = new MimeMultipart(text);
    parts.addBodyPart(attachment(ReportForm.PDF, report));
    parts.addBodyPart(attachment(ReportForm.CSV, report));
    message.setContent(parts);
    return message;
  }

  private MimeBodyPart attachment(ReportForm form, Report report) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    byte[] bytes = form.of(report, recipient.language());
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, form.mediaType())));
    part.setFileName(form.fileName(report, recipient.language()));
    return part;
  }
}
