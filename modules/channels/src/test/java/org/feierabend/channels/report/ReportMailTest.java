package org.feierabend.channels.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Language;
import org.feierabend.people.Employer;
import org.feierabend.policy.Reporting.Recipient;
import org.feierabend.report.Report;
import org.feierabend.report.ReportPeriod;
import org.feierabend.report.ReportPeriod.Kind;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails by SMTP, taken by a mail server on a port of its own. */
class ReportMailTest {
  private static final Instant NOW = Instant.parse("2026-04-08T05:00:00Z");
  private static final String COUNCIL = "personalrat@town.example";

  private final Report report =
      Report.of("Musterstadt", ReportPeriod.parse("2026-Q1"), SampleReports.figures());
  private GreenMail server;

  @BeforeEach
  void a_mail_server() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  @AfterEach
  void the_end_of_it() {
    server.stop();
  }

  private ReportMail mail(Language language, boolean reachable) {
    return new ReportMail(
        new RecipientMail(
            new SmtpSettings(
                "127.0.0.1",
                server.getSmtp().getPort(),
                "feierabend@town.example",
                Optional.empty(),
                "",
                false),
            new Recipient(COUNCIL, language, EnumSet.of(Kind.QUARTERLY), Optional.empty(), false),
            (employer, at) -> reachable));
  }

  private static Employer town(Employer.ClockKind clock) {
    return new Employer(
        new EmployerId("town"),
        1,
        "Musterstadt",
        ZoneId.of("Europe/Berlin"),
        "09564000",
        clock,
        IsoWeek.parse("2026-W01"),
        false,
        "p0");
  }

  @Test
  void a_mail_carries_the_ten_lines_the_pdf_and_the_numbers() throws Exception {
    mail(Language.DE, true).send(town(Employer.ClockKind.WALL), report, NOW);
    MimeMessage[] got = server.getReceivedMessages();
    assertEquals(1, got.length);
    assertEquals("Quartalsbericht 1/2026 – Musterstadt", got[0].getSubject());
    assertEquals(COUNCIL, got[0].getAllRecipients()[0].toString());
    assertEquals("auto-generated", got[0].getHeader("Auto-Submitted")[0]);
    MimeMultipart parts = (MimeMultipart) got[0].getContent();
    assertEquals(3, parts.getCount());
    assertEquals(10, parts.getBodyPart(0).getContent().toString().lines().count());
    assertEquals("feierabend-2026-Q1-de.pdf", parts.getBodyPart(1).getFileName());
    byte[] pdf = bytes(parts.getBodyPart(1));
    assertEquals("%PDF", new String(Arrays.copyOf(pdf, 4)));
    assertEquals("feierabend-2026-Q1.csv", parts.getBodyPart(2).getFileName());
    assertTrue(Arrays.equals(ReportForm.CSV.of(report, Language.DE), bytes(parts.getBodyPart(2))));
  }

  private static byte[] bytes(BodyPart part) throws Exception {
    return part.getInputStream().readAllBytes();
  }

  @Test
  void it_waits_outside_the_recipients_hours_and_for_a_replayed_file_for_ever() {
    assertTrue(mail(Language.DE, true).open(town(Employer.ClockKind.WALL), NOW));
    assertFalse(mail(Language.DE, false).open(town(Employer.ClockKind.WALL), NOW));
    assertFalse(mail(Language.DE, true).open(town(Employer.ClockKind.EVENT), NOW));
  }

  @Test
  void a_recipient_gets_the_kinds_the_agreement_names_and_stands_nowhere_by_name() {
    ReportMail mail = mail(Language.EN, true);
    assertTrue(mail.takes(Kind.QUARTERLY));
    assertFalse(mail.takes(Kind.WEEKLY));
    assertFalse(mail.key().contains("personalrat"), mail.key());
    assertFalse(mail.key().equals(mail(Language.DE, true).key()));
  }

  @Test
  void somebody_new_is_not_sent_the_past() {
    ReportMail mail = mail(Language.DE, true);
    assertFalse(mail.tooLate(NOW, NOW.plus(Duration.ofDays(42))));
    assertTrue(mail.tooLate(NOW, NOW.plus(Duration.ofDays(43))));
  }

  @Test
  void a_server_that_is_away_is_named_and_the_recipient_is_not() {
    ReportMail mail = mail(Language.EN, true);
    server.stop();
    String said =
        assertThrows(
                UncheckedIOException.class,
                () -> mail.send(town(Employer.ClockKind.WALL), report, NOW))
            .getMessage();
    assertTrue(said.contains("127.0.0.1") && !said.contains(COUNCIL), said);
  }
}
