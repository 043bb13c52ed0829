package org.feierabend.server;

import static org.feierabend.report.ReportPeriod.Kind.MONTHLY;
import static org.feierabend.report.ReportPeriod.Kind.YEARLY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.Message;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.feierabend.channels.report.SmtpSettings;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;
import org.feierabend.intake.ReportRound;
import org.feierabend.people.Employer;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.persistence.Database;
import org.feierabend.persistence.DatabaseSettings;
import org.feierabend.persistence.JdbcIssuedReports;
import org.feierabend.persistence.JdbcWeeks;
import org.feierabend.persistence.JpaDirectory;
import org.feierabend.persistence.JpaReleases;
import org.feierabend.policy.Reporting;
import org.feierabend.policy.Reporting.Recipient;
import org.feierabend.rulebook.RulebookReachabilities;
import org.feierabend.telework.Arrangement;
import org.feierabend.timeline.IsoWeek;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Hours;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * The real rules, a real database and a mail server. May 2026 ends with week 22, so its report is
 * prepared on Wednesday, 3 June, the eve of Corpus Christi.
 */
class ReportsByMailTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String COUNCIL = "personalrat@town.example";
  private static final String LATE = "spaet@town.example";
  private static final String HR = "personalamt@town.example";
  private static final Reporting TERMS =
      new Reporting(
          LocalTime.of(6, 30),
          List.of(
              new Recipient(COUNCIL, Language.DE, EnumSet.of(MONTHLY), Optional.empty(), false),
              new Recipient(
                  LATE, Language.EN, EnumSet.of(MONTHLY), Optional.of(new PersonId("late")), false),
              new Recipient(HR, Language.DE, EnumSet.of(YEARLY), Optional.empty(), true)),
          Optional.empty());

  private static EmbeddedPostgres postgres;
  private static RulebookReachabilities rules;
  private Employer town;
  private GreenMail mail;
  private Database database;
  private ReportRound round;
  private Reminded reminded;

  @BeforeAll
  static void found() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    rules = new RulebookReachabilities(HOME);
  }

  @AfterAll
  static void close() throws Exception {
    postgres.close();
  }

  @BeforeEach
  void start(TestInfo test) {
    backOn(0);
    String id = "town-" + test.getTestMethod().orElseThrow().getName().hashCode();
    try (Database first = open()) {
      town = new JpaDirectory(first).create(town(id));
    }
    process();
  }

  private void backOn(int port) {
    mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
    database.close();
  }

  private static Database open() {
    return Database.open(
        DatabaseSettings.of(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
  }

  private static NewEmployer town(String id) {
    Hours evenings =
        Hours.STANDARD.with(
            Optional.of(
                List.of(
                    new WeeklyWindow(
                        EnumSet.allOf(DayOfWeek.class),
                        LocalTime.of(14, 0),
                        LocalTime.of(19, 0)))));
    UnitId unit = new UnitId("office");
    return new NewEmployer(
        new EmployerId(id),
        "Stadt",
        BERLIN,
        "09564000",
        Employer.ClockKind.WALL,
        IsoWeek.parse("2026-W19"),
        true,
        "p0",
        List.of(new Unit(unit, new Sentence("Amt", "Office"), Optional.empty())),
        List.of(
            new NewEmployer.NewPerson(
                new PersonId("late"),
                unit,
                PersonFacts.ordinary(BERLIN, "09564000").withHours(evenings))));
  }

  /** What a server process holds; built anew it knows what the database knows. */
  private void process() {
    if (database != null) database.close();
    database = open();
    JpaReleases releases = new JpaReleases(database);
    Mailboxes mailboxes =
        new Mailboxes(
            Optional.of(
                new SmtpSettings(
                    "127.0.0.1",
                    mail.getSmtp().getPort(),
                    "feierabend@town.example",
                    Optional.empty(),
                    "",
                    false)),
            employer -> TERMS,
            rules,
            new JpaDirectory(database),
            (employer, person, at) -> person.facts());
    ReportOutlets outlets = new ReportOutlets(mailboxes, List.of());
    reminded = new Reminded(database, town, mailboxes);
    round =
        new ReportRound(
            employer -> TERMS,
            new JdbcWeeks(database),
            employer -> releases.ledger(employer.id()),
            new JdbcIssuedReports(database),
            outlets::of);
  }

  private List<String> mailedAfter(String local) throws Exception {
    round.round(town, LocalDateTime.parse(local).atZone(BERLIN).toInstant());
    List<String> mailed = new ArrayList<>();
    for (Message m : mail.getReceivedMessages())
      mailed.add(m.getAllRecipients()[0] + " " + m.getSubject());
    return mailed;
  }

  @Test
  void a_report_waits_for_each_recipients_hours_over_a_restart_and_a_holiday_and_comes_once()
      throws Exception {
    String council = COUNCIL + " Monatsbericht Mai 2026 – Stadt";
    String late = LATE + " Monthly report May 2026 – Stadt";
    assertEquals(List.of(), mailedAfter("2026-06-03T06:29"), "not due");
    assertEquals(List.of(), mailedAfter("2026-06-03T06:30"), "prepared, but nobody is there");
    process();
    assertEquals(List.of(), mailedAfter("2026-06-03T06:59"));
    assertEquals(List.of(council), mailedAfter("2026-06-03T07:00"));
    process();
    assertEquals(List.of(council), mailedAfter("2026-06-03T13:59"), "once, also after a restart");
    assertEquals(List.of(council), mailedAfter("2026-06-04T15:00"), "Corpus Christi");
    assertEquals(List.of(council), mailedAfter("2026-06-05T13:59"));
    assertEquals(List.of(council, late), mailedAfter("2026-06-05T14:00"));
    process();
    assertEquals(List.of(council, late), mailedAfter("2026-06-05T14:01"));
  }

  @Test
  void a_mail_server_that_was_away_gets_it_when_it_is_back() throws Exception {
    int port = mail.getSmtp().getPort();
    mail.stop();
    String when = "2026-07-08T10:00"; // June's, of Wednesday the 8th
    assertThrows(UncheckedIOException.class, () -> mailedAfter(when));
    backOn(port);
    assertEquals(List.of(), mailedAfter("2026-07-08T10:09"), "left in peace for ten minutes");
    assertEquals(
        1, mailedAfter("2026-07-08T10:10").stream().filter(m -> m.contains("Juni 2026")).count());
  }

  private List<String> remindedAfter(String local) throws Exception {
    reminded.round.round(town, LocalDateTime.parse(local).atZone(BERLIN).toInstant());
    List<String> texts = new ArrayList<>();
    for (Message m : mail.getReceivedMessages())
      texts.add(m.getAllRecipients()[0] + "\n" + m.getSubject() + "\n" + m.getContent());
    return texts;
  }

  @Test
  void reminders_of_telework_are_counted_wait_for_the_mailbox_hours_and_come_once()
      throws Exception {
    long late = new JpaDirectory(database).person(town, new PersonId("late")).orElseThrow().no();
    reminded.agreed(new Arrangement.One(late), "2026-02-15", "2026-08-04"); // trial to 14 June
    reminded.agreed(new Arrangement.All(new UnitId("office")), "2025-01-01", "2026-08-06");
    assertEquals(List.of(), remindedAfter("2026-05-29T10:00"), "nothing is near");
    assertEquals(List.of(), remindedAfter("2026-06-06T10:00"), "a Saturday");
    process();
    assertEquals(List.of(), remindedAfter("2026-06-08T06:59"), "before the mailbox's hours");
    List<String> first = remindedAfter("2026-06-08T07:00");
    assertEquals(1, first.size(), first.toString());
    String text = first.get(0);
    assertTrue(text.startsWith(HR + "\nTelearbeit: Es läuft etwas ab – Stadt\n"), text);
    assertTrue(text.contains("Die Erprobung einer Telearbeitsvereinbarung endet bald"), text);
    assertTrue(text.contains("2 Telearbeitsvereinbarungen enden bald"), text);
    for (String nobody : List.of("late", "spaet", "office", "Amt", "2026"))
      assertFalse(text.contains(nobody), nobody + " is in " + text);
    process();
    assertEquals(1, remindedAfter("2026-06-09T10:00").size(), "once, also after a restart");
    int port = mail.getSmtp().getPort();
    mail.stop();
    reminded.agreed(new Arrangement.All(new UnitId("office-2")), "2025-01-01", "2026-08-08");
    assertThrows(UncheckedIOException.class, () -> remindedAfter("2026-06-10T10:00"));
    backOn(port);
    assertEquals(List.of(), remindedAfter("2026-06-10T10:09"), "left in peace for ten minutes");
    assertTrue(
        remindedAfter("2026-06-10T10:10").get(0).contains("Eine Telearbeitsvereinbarung endet"));
  }
}
