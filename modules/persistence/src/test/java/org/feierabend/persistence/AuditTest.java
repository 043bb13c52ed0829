package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditRow;
import org.feierabend.audit.Detail;
import org.feierabend.audit.SignedAuditLog;
import org.feierabend.audit.Who;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Language;
import org.feierabend.people.Account;
import org.feierabend.people.Role;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerHeadFile;
import org.feierabend.report.LedgerSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:30:15.123Z");
  private static final EmployerId A = new EmployerId("aburg");
  private static final EmployerId B = new EmployerId("bdorf");

  @TempDir Path dir;
  private Database database;
  private LedgerHeadFile heads;
  private SignedAuditLog log;

  @BeforeEach
  void open() throws Exception {
    database = Postgres.fresh();
    JpaDirectory directory = new JpaDirectory(database);
    for (EmployerId id : List.of(A, B)) directory.create(Sample.city(id.value(), 1));
    LedgerSigner signer = LedgerSigner.create();
    heads = new LedgerHeadFile(dir.resolve("audit-head"), signer);
    log = new SignedAuditLog(new JdbcAuditRows(database), signer, heads);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static AuditEntry issued(EmployerId employer) {
    return AuditEntry.of(
        employer,
        AuditEvent.ACCOUNT_CREATED,
        Who.of(Role.OPERATOR),
        NOW,
        Map.of(Detail.ROLES, "council"));
  }

  private boolean create(String user) {
    return new JdbcAccounts(database)
        .create(
            new Account(user, Optional.of(A), Optional.empty(), Set.of(Role.COUNCIL), Language.DE),
            "hash");
  }

  @Test
  void a_change_and_its_entry_are_committed_together_and_the_head_follows() throws Exception {
    assertTrue(
        log.together(
            () -> {
              boolean created = create("council");
              log.append(issued(A));
              assertFalse(Files.exists(dir.resolve("audit-head")), "the head is ahead");
              return created;
            }));
    AuditRow row = log.rows(A).get(0);
    assertTrue(row.json().contains("\"at\":\"2026-03-02T09:30:15Z\""), row.json());
    assertTrue(row.json().contains("\"what\":\"account.created\""), row.json());
    assertTrue(heads.line(A).contains(row.hash()));
    assertEquals(List.of(), log.rows(B));
  }

  @Test
  void a_change_that_fails_leaves_no_entry_and_an_entry_that_fails_leaves_no_change() {
    assertThrows(
        ArithmeticException.class,
        () ->
            log.together(
                () -> {
                  log.append(issued(A));
                  throw new ArithmeticException();
                }));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            log.together(
                () -> {
                  create("council");
                  log.append(issued(new EmployerId("nowhere")));
                  return true;
                }));
    assertEquals(List.of(), log.rows(A));
    assertEquals(List.of(), new JdbcAccounts(database).all());
    assertFalse(Files.exists(dir.resolve("audit-head")));
  }

  @Test
  void a_part_that_failed_is_not_committed_even_if_somebody_goes_on() {
    assertThrows(
        IllegalStateException.class,
        () ->
            log.together(
                () -> {
                  create("council");
                  assertThrows(
                      IllegalArgumentException.class,
                      () -> log.append(issued(new EmployerId("nowhere"))));
                  return true;
                }));
    assertEquals(List.of(), new JdbcAccounts(database).all());
  }

  @Test
  void what_concerns_all_stands_in_every_log_also_when_many_write_at_once() throws Exception {
    List<Callable<Void>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++)
      calls.add(
          () -> {
            log.append(
                AuditEntry.ofAll(
                    AuditEvent.RULES_APPROVED,
                    Who.of(Role.COUNCIL),
                    NOW,
                    Map.of(Detail.EDITION, "7f3a".repeat(16))));
            return null;
          });
    AcceptanceTest.inParallel(calls);
    for (EmployerId id : List.of(A, B)) {
      List<AuditRow> rows = log.rows(id);
      assertEquals(20, rows.size());
      String prev = LedgerHead.EMPTY.hash();
      for (int i = 0; i < 20; i++) {
        assertEquals(i, rows.get(i).seq());
        assertEquals(prev, rows.get(i).prev());
        prev = rows.get(i).hash();
      }
      assertTrue(heads.line(id).contains(prev));
    }
  }

  @Test
  void no_row_is_ever_changed_or_taken_away() {
    log.append(issued(A));
    for (String attack :
        List.of(
            "UPDATE audit SET json = '{}'",
            "DELETE FROM audit",
            "TRUNCATE audit",
            "INSERT INTO audit SELECT * FROM audit ON CONFLICT (employer, seq) DO UPDATE SET json = '{}'"))
      assertThrows(
          IllegalStateException.class,
          () -> database.transaction(c -> Sql.update(c, attack)),
          attack);
  }
}
