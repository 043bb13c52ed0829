package org.feierabend.channels.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.feierabend.channels.mail.MailAnswers.FromCitizen;
import org.feierabend.channels.report.SmtpSettings;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.Slots;
import org.feierabend.intake.OpenHours;
import org.feierabend.people.Employer;
import org.feierabend.report.WeekKey;
import org.feierabend.report.WeekKeys;
import org.feierabend.timeline.Fact;
import org.feierabend.timeline.IsoWeek;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.Stretch;
import org.feierabend.timeline.StretchKind;
import org.junit.jupiter.api.Test;

/** Receipts through a real mail server: to people, once a day, and never with a name in them. */
class CitizenReceiptsTest {
  private static final Instant EVENING = Instant.parse("2026-09-15T20:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-09-16T05:00:00Z");
  static final Employer CITY =
      new Employer(
          new EmployerId("city"),
          1,
          "City",
          ZoneId.of("Europe/Berlin"),
          "09564000",
          Employer.ClockKind.WALL,
          IsoWeek.parse("2026-W30"),
          false,
          "p0");

  private static FromCitizen from(String sender, boolean automatic, Instant at) {
    return new FromCitizen(CITY, sender, automatic, at);
  }

  @Test
  void a_citizen_is_told_once_a_day_and_machines_never() throws Exception {
    List<String> mails;
    try (Sink server = new Sink();
        CitizenReceipts receipts = receipts(server.port())) {
      for (String machine :
          List.of(
              "",
              "MAILER-DAEMON@x.example",
              "noreply@x.example",
              "list-bounces@x.example",
              "owner-list@x.example",
              "list-request@x.example",
              "b+me=x.example@y.example")) receipts.accept(from(machine, false, EVENING));
      receipts.accept(from("auto@x.example", true, EVENING));
      receipts.accept(from("day@x.example", false, MORNING.plusSeconds(60)));
      receipts.accept(from("citizen@x.example", false, EVENING));
      receipts.accept(from("Citizen@x.example", false, EVENING.plusSeconds(60)));
      receipts.accept(from("citizen@x.example", false, EVENING.plusSeconds(86_400)));
      for (int i = 0; i < 200 && server.mails.size() < 2; i++) Thread.sleep(100);
      Thread.sleep(500); // nothing more may come
      mails = List.copyOf(server.mails);
    }
    assertEquals(2, mails.size(), "one a day, to one citizen");
    assertTrue(mails.get(0).startsWith("MAIL FROM:<>"), "bounces of it go nowhere");
    assertTrue(mails.get(0).contains("RCPT TO:<citizen@x.example>"), mails.get(0));
    MimeMessage mail =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(
                mails
                    .get(0)
                    .replaceFirst("(?s).*?\\nDATA\\n", "")
                    .getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals("auto-replied", mail.getHeader("Auto-Submitted", null));
    String text = mail.getContent().toString();
    assertTrue(text.contains("15. September 2026, 22:00"), text);
    assertTrue(text.contains("Gelesen wird sie ab Mittwoch, 16. September 2026, 07:00"), text);
    assertTrue(text.contains("A deadline that runs up to that moment is kept."), text);
    assertFalse(text.contains("@"), "no address, no name");
  }

  private static CitizenReceipts receipts(int port) {
    Set<ByteBuffer> sent = new HashSet<>();
    return new CitizenReceipts(
        new SmtpSettings("127.0.0.1", port, "city@x.example", Optional.empty(), "", false),
        employer -> new OpenHours(employer, new Nightly()),
        (employer, day, digest) -> sent.add(ByteBuffer.wrap(digest)),
        new OneKey(),
        Thread::new);
  }

  /** One key for all weeks. */
  private static final class OneKey implements WeekKeys {
    private final WeekKey key = new WeekKey(new byte[32]);

    @Override
    public WeekKey openOrCreate(EmployerId employer, IsoWeek week) {
      return key;
    }

    @Override
    public Optional<WeekKey> find(EmployerId employer, IsoWeek week) {
      return Optional.of(key);
    }

    @Override
    public void destroy(EmployerId employer, IsoWeek week) {}
  }

  /** Everybody is off until 07:00. */
  private static final class Nightly implements Reachability {
    @Override
    public Decision decide(PersonFacts p, ContactClass contact, Instant at, boolean onCall) {
      return at.isBefore(MORNING) || at.isAfter(MORNING.plusSeconds(36_000))
          ? new Decision.Defer(MORNING, List.of(), Set.of(), MORNING, true)
          : new Decision.Deliver(List.of(), Set.of(), MORNING, true);
    }

    @Override
    public Slots slots() {
      throw new UnsupportedOperationException("No slot is asked for.");
    }

    @Override
    public List<Stretch> stretches(PersonFacts person, Instant from, Instant to) {
      if (!from.isBefore(MORNING))
        return List.of(new Stretch(from, to, StretchKind.of(Fact.WINDOW)));
      return List.of(
          new Stretch(from, MORNING, StretchKind.of()),
          new Stretch(MORNING, to, StretchKind.of(Fact.WINDOW)));
    }

    @Override
    public boolean insideFrameAndCore(PersonFacts person, Instant start, Instant end) {
      return true;
    }

    @Override
    public String edition() {
      return LocalDate.EPOCH.toString();
    }
  }
}
