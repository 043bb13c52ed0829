package org.feierabend.channels.report;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import org.feierabend.decision.Language;
import org.feierabend.intake.ReportOutlet;
import org.feierabend.people.Employer;
import org.feierabend.report.Report;
import org.feierabend.report.ReportPeriod;

/** One recipient's mail: the lines for the assembly as text, the report as PDF and CSV. */
public final class ReportMail implements ReportOutlet {

  /** Longer than a holiday; older reports are there to be downloaded. */
  private static final Duration NEWS = Duration.ofDays(42);

  private final RecipientMail mailbox;

  public ReportMail(RecipientMail mailbox) {
    this.mailbox = Objects.requireNonNull(mailbox, "mailbox");
  }

  @Override
  public String key() {
    return mailbox.key();
  }

  @Override
  public boolean takes(ReportPeriod.Kind kind) {
    return mailbox.recipient().kinds().contains(kind);
  }

  @Override
  public boolean open(Employer employer, Instant now) {
    return mailbox.open(employer, now);
  }

  @Override
  public boolean tooLate(Instant prepared, Instant now) {
    return prepared.plus(NEWS).isBefore(now);
  }

  @Override
  public void send(Employer employer, Report report, Instant now) {
    mailbox.send(ReportHtml.title(report, language()), now, m -> m.setContent(parts(report)));
  }

  private MimeMultipart parts(Report report) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(
        report.statement().stream().map(s -> s.in(language())).collect(Collectors.joining("\n")),
        "UTF-8");
    MimeMultipart parts = new MimeMultipart(text);
    parts.addBodyPart(attachment(ReportForm.PDF, report));
    parts.addBodyPart(attachment(ReportForm.CSV, report));
    return parts;
  }

  private MimeBodyPart attachment(ReportForm form, Report report) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    byte[] bytes = form.of(report, language());
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, form.mediaType())));
    part.setFileName(form.fileName(report, language()));
    return part;
  }

  private Language language() {
    return mailbox.recipient().language();
  }
}
