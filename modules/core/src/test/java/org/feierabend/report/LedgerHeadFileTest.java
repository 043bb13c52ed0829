package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.feierabend.contact.EmployerId;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerHeadFileTest {
  private static final EmployerId CITY = new EmployerId("city");

  @TempDir Path dir;
  private final List<LedgerRow> rows = new ReleaseMakerTest().ledger(IsoWeek.parse("2026-W01"), 3);

  private LedgerHeadFile open(LedgerSigner signer) throws IOException {
    return new LedgerHeadFile(dir.resolve("ledger-head"), signer);
  }

  @Test
  void a_database_restored_from_a_backup_stops_the_start() throws IOException {
    LedgerSigner signer = LedgerSigner.openOrCreate(dir.resolve("keys/ledger.key"));
    open(signer).write(CITY, rows.get(5).head());
    open(signer).check(CITY, rows);
    LedgerHeadFile.Behind behind =
        assertThrows(
            LedgerHeadFile.Behind.class, () -> open(signer).check(CITY, rows.subList(0, 4)));
    assertTrue(behind.getMessage().contains("6 already"), behind.getMessage());
  }

  @Test
  void a_row_committed_just_before_a_crash_is_caught_up_with() throws IOException {
    LedgerSigner signer = LedgerSigner.create();
    open(signer).check(CITY, rows.subList(0, 1));
    open(signer).check(CITY, rows);
    assertThrows(LedgerHeadFile.Behind.class, () -> open(signer).check(CITY, rows.subList(0, 5)));
  }

  @Test
  void a_forked_ledger_an_unknown_one_and_a_foreign_key_stop_the_start() throws IOException {
    LedgerSigner signer = LedgerSigner.create();
    assertThrows(LedgerHeadFile.Behind.class, () -> open(signer).check(CITY, rows));
    open(signer).write(CITY, rows.get(5).head());
    List<LedgerRow> fork = new ReleaseMakerTest().ledger(IsoWeek.parse("2026-W01"), 3);
    assertThrows(LedgerHeadFile.Behind.class, () -> open(signer).check(CITY, fork));
    assertThrows(LedgerHeadFile.Behind.class, () -> open(LedgerSigner.create()));
    assertThrows(LedgerHeadFile.Behind.class, () -> open(signer).write(CITY, rows.get(4).head()));
  }

  @Test
  void employers_have_heads_of_their_own() throws IOException {
    LedgerSigner signer = LedgerSigner.create();
    LedgerHeadFile heads = open(signer);
    heads.check(CITY, List.of());
    heads.write(CITY, rows.get(0).head());
    heads.write(new EmployerId("other"), rows.get(1).head());
    assertEquals(2, Files.readAllLines(dir.resolve("ledger-head")).size());
    assertEquals(heads.line(CITY), Files.readAllLines(dir.resolve("ledger-head")).get(0));
  }

  @Test
  void the_key_is_made_once_and_is_its_owners_alone() throws IOException {
    Path file = dir.resolve("keys/ledger.key");
    LedgerSigner made = LedgerSigner.openOrCreate(file);
    assertEquals(made.publicKey(), LedgerSigner.openOrCreate(file).publicKey());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(made.publicPem(), Files.readString(dir.resolve("keys/ledger.pub")));
    Files.writeString(file, "no key");
    assertThrows(IOException.class, () -> LedgerSigner.openOrCreate(file));
  }
}
