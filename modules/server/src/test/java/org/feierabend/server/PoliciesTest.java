package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Reachability;
import org.feierabend.edition.DocumentTerms;
import org.feierabend.edition.PolicyDesk;
import org.feierabend.edition.PolicyTexts;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.persistence.Database;
import org.feierabend.persistence.DatabaseSettings;
import org.feierabend.persistence.FileTrust;
import org.feierabend.persistence.JdbcComments;
import org.feierabend.persistence.JdbcDeclarations;
import org.feierabend.persistence.JdbcPolicyTexts;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.rulebook.BuiltIn;
import org.feierabend.rulebook.SignedPolicies;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Edition;
import org.feierabend.signature.Matter;
import org.feierabend.signature.Signatures;
import org.feierabend.signature.Signed;
import org.feierabend.signature.SigningKey;
import org.feierabend.timeline.IsoWeek;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which policy is in force, on real PostgreSQL and with the real rules, whoever edits the rows. */
class PoliciesTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Rules RULES = new Rules(HOME);
  private static final PersonFacts SOMEBODY = PersonFacts.ordinary(ZONE, "09564000");
  private static final SigningKey HR = SigningKey.create();
  private static final SigningKey COUNCIL = SigningKey.create();

  private static EmbeddedPostgres server;
  private static Database database;
  private static int towns;

  @TempDir Path keys;
  private EmployerId id;
  private Instant now = Instant.parse("2026-12-01T12:00:00Z");
  private Town town;

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
  void found() {
    id = new EmployerId("city-" + ++towns);
    FileTrust trust = new FileTrust(keys);
    trust.pin(id, Role.HR, HR.publicKey());
    trust.pin(id, Role.COUNCIL, COUNCIL.publicKey());
    town = started(false, "p0");
  }

  /** A server that has just been started, with nothing in its memory. */
  private record Town(
      Employer employer,
      Signatures signatures,
      PolicyTexts texts,
      PolicyDesk desk,
      PoliciesInForce policies) {
    Reachability reachability() {
      return UnderSignatures.names(employer.policy())
          ? RULES.reachabilities.under(policies.now(employer.policy()))
          : RULES.reachabilities.under(employer.policy());
    }
  }

  private Town started(boolean synthetic, String policy) {
    FileTrust trust = new FileTrust(keys);
    Employer employer =
        new UnderSignatures(trust)
            .apply(
                new Employer(
                    id,
                    1,
                    "City",
                    ZONE,
                    "09564000",
                    Employer.ClockKind.WALL,
                    IsoWeek.parse("2026-W40"),
                    synthetic,
                    policy));
    Signatures signatures = new Signatures(new JdbcDeclarations(database), trust, new NoAudit());
    PolicyTexts texts = new JdbcPolicyTexts(database);
    SignedPolicies documents = RULES.reachabilities.documents();
    PolicyDesk desk =
        new PolicyDesk(
            signatures,
            texts,
            new JdbcComments(database),
            BuiltIn.HASH,
            documents::notice,
            (text, hash) -> documents.read(text, hash).map(DocumentTerms::of));
    return new Town(
        employer,
        signatures,
        texts,
        desk,
        new PoliciesInForce(
            () -> List.of(employer),
            desk,
            texts,
            signatures,
            () -> RULES.reachabilities,
            new NoAudit(),
            clock()));
  }

  private Clock clock() {
    return new Clock() {
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
  }

  /** From that day on, with windows that end at that hour. */
  private static String document(String from, String end) {
    return BuiltIn.document()
        .replace("name: built-in", "name: city")
        .replace("1900-01-01", from)
        .replace("07:00-19:00", "07:00-" + end);
  }

  private Declaration text(Role side, Matter matter) {
    return new Declaration(id, side, town.signatures().reread(id).of(side).head(), now, matter);
  }

  private void declare(Role side, Matter matter) {
    SigningKey key = side == Role.HR ? HR : COUNCIL;
    town.desk().declare(town.employer(), side, key.sign(text(side, matter).text()), now);
    town.policies().settle();
  }

  private Edition propose(String document) {
    town.texts().add(id, new PolicyTexts.Draft(UUID.randomUUID(), document, now, 1));
    PolicyDraft draft = (PolicyDraft) RULES.reachabilities.documents().forms().read(document);
    Edition edition = town.desk().next(town.employer(), draft.hash(), draft.policy().from(), now);
    declare(Role.HR, new Matter.Proposal(edition, Optional.empty()));
    return edition;
  }

  private Edition agree(String document) {
    Edition edition = propose(document);
    declare(Role.COUNCIL, new Matter.Approval(edition, Map.of()));
    return edition;
  }

  /** Every hour of two weeks, over every channel: outcome, until, reasons, edition. */
  private static String decisions(Town town, Instant from) {
    Reachability reachability = town.reachability();
    List<String> all = new ArrayList<>();
    for (Channel channel : Channel.values())
      for (int hour = 0; hour < 14 * 24; hour++)
        all.add(
            reachability
                .decide(
                    SOMEBODY,
                    ContactClass.message(channel, Sender.COLLEAGUE),
                    from.plus(Duration.ofHours(hour)))
                .toString());
    return reachability.edition() + "\n" + String.join("\n", all);
  }

  private static void sql(String... statements) throws SQLException {
    try (Connection c = server.getPostgresDatabase().getConnection();
        Statement all = c.createStatement()) {
      for (String s : statements) all.execute(s);
    }
  }

  @Test
  void a_half_signed_edition_forced_into_the_database_changes_no_byte_of_any_decision()
      throws SQLException {
    agree(document("2026-12-01", "18:00"));
    String before = decisions(town, now);
    Edition half = propose(document("2026-12-02", "20:00"));
    now = Instant.parse("2026-12-03T12:00:00Z");
    before = decisions(town, now);
    Declaration approval = text(Role.COUNCIL, new Matter.Approval(half, Map.of()));
    List<Signed> forged =
        List.of(
            HR.sign(approval.text()),
            SigningKey.create().sign(approval.text()),
            new Signed(approval.text(), HR.sign(approval.text()).signature()));
    for (Signed row : forged)
      sql(
          "ALTER TABLE declaration DISABLE TRIGGER ALL",
          "ALTER TABLE declaration DROP CONSTRAINT IF EXISTS declaration_employer_side_after_key",
          "INSERT INTO declaration (employer, side, after, text, signature) VALUES ('%s', 'COUNCIL', '%s', '%s', '%s')"
              .formatted(id, approval.after(), row.text(), row.signature()),
          // what a column could say, were there one that is asked
          "ALTER TABLE declaration ADD COLUMN IF NOT EXISTS state text DEFAULT 'IN_FORCE'",
          "UPDATE declaration SET state = 'IN_FORCE', side = 'COUNCIL' WHERE text LIKE '%proposal%'");
    assertEquals(before, decisions(started(false, "p0"), now), "after a restart");
    town.policies().settle();
    assertEquals(before, decisions(town, now), "without one");
    assertEquals(3, started(false, "p0").signatures().said(id).strangers());
    holdsOnceSigned(half);
  }

  /** The guard is no wall: with the council's own signature the same edition holds at once. */
  private void holdsOnceSigned(Edition half) {
    String before = decisions(town, now);
    declare(Role.COUNCIL, new Matter.Approval(half, Map.of()));
    assertNotEquals(before, decisions(town, now));
  }

  @Test
  void a_document_changed_in_the_database_is_not_the_one_that_was_signed() throws SQLException {
    Edition edition = agree(document("2026-12-01", "18:00"));
    sql(
        "ALTER TABLE policy_text DISABLE TRIGGER ALL",
        "UPDATE policy_text SET text = replace(text, '18:00', '23:59') WHERE document = '%s'"
            .formatted(edition.document()));
    PoliciesInForce restarted = readAnew(started(false, "p0"));
    assertEquals(BuiltIn.HASH, restarted.now(town.employer().policy()).hash());
    assertFalse(restarted.reporting(town.employer()));
  }

  @Test
  void what_is_kept_is_the_draft_that_was_signed_however_many_there_are() {
    String other = document("2026-12-01", "16:00");
    town.texts().add(id, new PolicyTexts.Draft(UUID.randomUUID(), other, now.minusSeconds(1), 1));
    String signed = document("2026-12-01", "18:00");
    Edition edition = agree(signed);
    assertEquals(Optional.of(signed), town.texts().text(id, edition.document()));
    assertEquals(
        Optional.empty(), RULES.reachabilities.documents().read(other, edition.document()));
  }

  /** Read by rules that have never seen the document, as after a restart. */
  private PoliciesInForce readAnew(Town town) {
    SignedPolicies fresh = new Rules(HOME).reachabilities.documents();
    PolicyDesk desk =
        new PolicyDesk(
            town.signatures(),
            town.texts(),
            new JdbcComments(database),
            BuiltIn.HASH,
            fresh::notice,
            (text, hash) -> fresh.read(text, hash).map(DocumentTerms::of));
    return new PoliciesInForce(
        () -> List.of(town.employer()),
        desk,
        town.texts(),
        town.signatures(),
        () -> RULES.reachabilities,
        new NoAudit(),
        clock());
  }

  @Test
  void a_row_that_calls_a_live_employer_synthetic_changes_nothing() {
    String before = decisions(town, now);
    assertEquals(before, decisions(started(true, "city"), now));
    assertNotEquals(
        before.lines().findFirst(), Optional.of(RULES.reachabilities.under("city").edition()));
  }

  @Test
  void who_has_signed_nothing_lives_by_the_built_in_policy_and_is_told_nothing() {
    assertEquals(BuiltIn.HASH, town.policies().now(town.employer().policy()).hash());
    assertFalse(town.policies().reporting(town.employer()));
    String built = decisions(town, now).lines().skip(1).toList().toString();
    String p0 =
        decisions(new Town(town.employer().under("p0"), null, null, null, town.policies()), now)
            .lines()
            .skip(1)
            .toList()
            .toString();
    assertEquals(p0, built, "the hours of P0");
  }

  @Test
  void at_its_instant_everybody_gets_it_and_no_answer_goes_beyond() {
    agree(document("2026-12-01", "18:00"));
    Edition next = agree(document("2026-12-03", "16:00"));
    Instant border = LocalDate.of(2026, 12, 3).atStartOfDay(ZONE).toInstant();
    for (Instant at = now; at.isBefore(border); at = at.plus(Duration.ofHours(1)))
      assertFalse(
          town.reachability()
              .decide(SOMEBODY, ContactClass.message(Channel.CHAT, Sender.COLLEAGUE), at)
              .validUntil()
              .isAfter(border));
    now = border.minusMillis(1);
    String before = town.reachability().edition();
    now = border; // nobody settles: the instant alone decides
    assertNotEquals(before, town.reachability().edition());
    assertEquals(next.document(), town.policies().now(town.employer().policy()).hash());
    assertEquals(decisions(started(false, "p0"), now), decisions(town, now));
  }

  @Test
  void suspended_reports_stop_and_protections_do_not() {
    agree(document("2026-12-01", "18:00"));
    String before = decisions(town, now);
    assertTrue(town.policies().reporting(town.employer()));
    declare(Role.COUNCIL, new Matter.Suspension("an incident"));
    assertFalse(town.policies().reporting(town.employer()));
    assertEquals(before, decisions(town, now));
    declare(Role.COUNCIL, new Matter.Resumption());
    assertTrue(started(false, "p0").policies().reporting(town.employer()));
  }

  @Test
  void what_the_law_forbids_is_not_proposed() {
    assertThrows(
        ClassCastException.class,
        () -> propose(document("2026-12-05", "18:00") + "daily-rest: PT9H\n"));
  }
}
