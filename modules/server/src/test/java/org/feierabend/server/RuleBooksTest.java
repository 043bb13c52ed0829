package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.feierabend.audit.AuditRow;
import org.feierabend.audit.SignedAuditLog;
import org.feierabend.book.Proposals;
import org.feierabend.book.Proposals.Side;
import org.feierabend.book.Proposals.State;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.persistence.Database;
import org.feierabend.persistence.DatabaseSettings;
import org.feierabend.persistence.FileTrust;
import org.feierabend.persistence.JdbcAuditRows;
import org.feierabend.persistence.JdbcDeclarations;
import org.feierabend.persistence.JdbcRuleBooks;
import org.feierabend.report.LedgerHeadFile;
import org.feierabend.report.LedgerSigner;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Matter;
import org.feierabend.signature.Signatures;
import org.feierabend.signature.SigningKey;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rule book is in force, on real PostgreSQL and with the real rules. */
class RuleBooksTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  private static final Instant FROM = NOON.plusSeconds(3_600);
  private static final SigningKey HR = SigningKey.create();
  private static final SigningKey COUNCIL = SigningKey.create();
  private static final Rules CHECKOUT = new Rules(HOME);

  private static EmbeddedPostgres server;
  private static Database database;
  private static int bundles;
  private static int towns;

  @TempDir Path folder;
  @TempDir Path heads;
  private SignedAuditLog audit;
  @TempDir Path keys;
  private EmployerId town;
  private Signatures signatures;
  private Instant now = NOON;
  private RuleBooks books;

  @BeforeAll
  static void open() throws IOException {
    server = EmbeddedPostgres.start();
    database =
        Database.open(
            new DatabaseSettings(
                server.getJdbcUrl("postgres", "postgres"),
                "postgres",
                "postgres",
                2,
                Duration.ofSeconds(20)));
  }

  @AfterAll
  static void close() throws IOException {
    database.close();
    server.close();
  }

  @BeforeEach
  void start() throws SQLException, IOException {
    town = new EmployerId("town-" + ++towns); // what was declared stays
    try (Connection c = server.getPostgresDatabase().getConnection();
        Statement all = c.createStatement()) {
      all.execute("TRUNCATE rule_book");
      all.execute(
          "INSERT INTO employer (id, name, zone, municipality, clock, first_week, synthetic, policy)"
              + " VALUES ('%s', 'Town', 'Europe/Berlin', '09564000', 'WALL', '2026-W40', false, 'p0')"
                  .formatted(town));
    }
    LedgerSigner signer = LedgerSigner.create();
    audit =
        new SignedAuditLog(
            new JdbcAuditRows(database),
            signer,
            new LedgerHeadFile(heads.resolve("audit-head"), signer));
    FileTrust trust = new FileTrust(keys);
    trust.pin(town, Role.HR, HR.publicKey());
    trust.pin(town, Role.COUNCIL, COUNCIL.publicKey());
    signatures = new Signatures(new JdbcDeclarations(database), trust, audit);
    books = started(folder);
  }

  private RuleBooks started(Path where) {
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    Employer here =
        new Employer(
            town,
            1,
            "Town",
            ZoneId.of("Europe/Berlin"),
            "09564000",
            Employer.ClockKind.WALL,
            IsoWeek.parse("2026-W40"),
            false,
            "p0");
    return new RuleBooks(
        CHECKOUT,
        where,
        new JdbcRuleBooks(database),
        audit,
        () -> List.of(here),
        signatures,
        clock);
  }

  /** The rules of the checkout with one sentence of its own. */
  private static byte[] bundle() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int number = ++bundles;
    Path rules = HOME.resolve("rules");
    try (ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(rules)) {
      for (Path f : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = rules.relativize(f).toString();
        String text = Files.readString(f);
        if (name.equals("reachability/outside-window.drl"))
          text = text.replaceFirst("@de\\(\"", "@de(\"Probe " + number + ": ");
        zip.putNextEntry(new ZipEntry("rules/" + name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private State state(String edition) {
    return books.all().stream()
        .filter(p -> p.edition().equals(edition))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private void approve(String edition, Role side) {
    say(edition, side, side == Role.HR ? HR : COUNCIL, Optional.empty());
  }

  private void say(String edition, Role side, SigningKey key, Optional<String> rejected) {
    Declaration said =
        new Declaration(
            town,
            side,
            signatures.reread(town).of(side).head(),
            now,
            new Matter.RuleBook(edition, FROM, rejected));
    assertTrue(
        books.declare(new Side(town, side), key.sign(said.text()), now).isPresent(), edition);
  }

  private String approved() throws IOException {
    String edition = books.propose(bundle(), FROM, now).edition();
    approve(edition, Role.HR);
    approve(edition, Role.COUNCIL);
    return edition;
  }

  @Test
  void both_must_approve_and_its_instant_must_come() throws IOException {
    String edition = books.propose(bundle(), FROM, now).edition();
    assertEquals(State.WAITING, state(edition));
    assertEquals(
        "The file reachability/outside-window.drl reads differently.",
        books.changes(edition).orElseThrow().get(1).en());
    approve(edition, Role.HR);
    now = FROM;
    books.settle();
    assertNotEquals(edition, books.now().book.edition());
    now = NOON;
    approve(edition, Role.COUNCIL);
    assertEquals(State.APPROVED, state(edition));
    assertNotEquals(edition, books.now().book.edition());
    now = FROM.minusNanos(1);
    assertNotEquals(edition, books.now().book.edition());
    now = FROM; // nobody settles: the instant alone decides
    assertEquals(edition, books.now().book.edition());
    assertEquals(State.IN_FORCE, state(edition));
    books.settle();
    assertEquals(edition, books.now().book.edition());
  }

  @Test
  void a_side_signs_with_its_own_key_or_not_at_all() throws IOException {
    String edition = books.propose(bundle(), FROM, now).edition();
    approve(edition, Role.HR);
    for (SigningKey key : List.of(HR, SigningKey.create()))
      assertThrows(
          Signatures.Refused.class, () -> say(edition, Role.COUNCIL, key, Optional.empty()));
    now = FROM.plusSeconds(9);
    books.settle();
    assertEquals(State.WAITING, state(edition));
    assertNotEquals(edition, books.now().book.edition());
  }

  @Test
  void a_restart_finds_it_also_where_its_folder_is_gone(@TempDir Path empty) throws IOException {
    String edition = approved();
    now = FROM.plusSeconds(9);
    assertEquals(edition, started(empty).now().book.edition());
  }

  @Test
  void files_that_were_changed_after_the_approval_are_not_in_force() throws IOException {
    String before = books.now().book.edition();
    String edition = approved();
    Path rule = folder.resolve(edition).resolve("rules/reachability/outside-window.drl");
    Files.writeString(rule, Files.readString(rule).replace("Probe", "Trug"));
    now = FROM.plusSeconds(9);
    books = started(folder);
    assertNotEquals(edition, books.now().book.edition());
    assertEquals(State.BROKEN, state(edition));
    assertTrue(books.broken().get(edition).contains("not those that were approved"));
    assertEquals(before, books.now().book.edition());
  }

  @Test
  void a_disk_that_could_not_be_written_is_tried_again() throws IOException {
    String edition = approved();
    now = FROM.plusSeconds(9);
    Path taken = Files.writeString(folder.resolve("taken"), "no folder");
    books = started(taken);
    assertEquals(State.BROKEN, state(edition));
    Files.delete(taken);
    books.settle();
    assertEquals(edition, books.now().book.edition());
    assertEquals(State.IN_FORCE, state(edition));
    assertTrue(books.broken().isEmpty());
  }

  @Test
  void what_one_side_rejected_stays_rejected() throws IOException {
    String edition = books.propose(bundle(), FROM, now).edition();
    say(edition, Role.COUNCIL, COUNCIL, Optional.of("the sentence is wrong"));
    approve(edition, Role.HR);
    assertThrows(Signatures.Refused.class, () -> approve(edition, Role.COUNCIL));
    now = FROM.plusSeconds(9);
    books.settle();
    assertEquals(State.REJECTED, state(edition));
    assertNotEquals(edition, books.now().book.edition());
  }

  @Test
  void each_step_stands_in_the_audit_log_once() throws IOException {
    int before = audit.rows(town).size();
    String edition = books.propose(bundle(), FROM, now).edition();
    approve(edition, Role.HR);
    assertThrows(Signatures.Refused.class, () -> approve(edition, Role.HR));
    say(edition, Role.COUNCIL, COUNCIL, Optional.of("the sentence is wrong"));
    List<String> rows = audit.rows(town).stream().skip(before).map(AuditRow::json).toList();
    assertEquals(3, rows.size(), rows.toString());
    assertTrue(rows.get(0).contains("\"what\":\"rules.proposed\""), rows.get(0));
    assertTrue(rows.get(1).contains("\"what\":\"rules.approved\""), rows.get(1));
    assertTrue(rows.get(1).contains(HR.publicKey().hash()), rows.get(1));
    assertTrue(rows.get(2).contains("\"what\":\"rules.rejected\""), rows.get(2));
    assertTrue(rows.get(2).contains(COUNCIL.publicKey().hash()), rows.get(2));
    rows.forEach(row -> assertTrue(row.contains("{\"edition\":\"" + edition + "\""), row));
  }

  @Test
  void a_bundle_that_reaches_outside_or_is_none_changes_nothing() throws IOException {
    int before = books.all().size();
    for (String name :
        List.of("../evil.drl", "rules/../../evil.drl", "/etc/evil", "rules\\x.drl")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(1);
        zip.closeEntry();
      }
      String said =
          assertThrows(Proposals.Refused.class, () -> books.propose(out.toByteArray(), FROM, now))
              .getMessage();
      assertTrue(said.contains(name) || said.contains("parameters.yaml"), said);
    }
    assertThrows(Proposals.Refused.class, () -> books.propose(new byte[0], FROM, now));
    assertEquals(before, books.all().size());
    assertEquals(Optional.empty(), books.changes("f".repeat(64)));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
