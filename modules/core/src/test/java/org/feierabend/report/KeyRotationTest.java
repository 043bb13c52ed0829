package org.feierabend.report;

import static org.feierabend.report.ReleaseMakerTest.CITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.feierabend.contact.EmployerId;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {
  @TempDir Path dir;
  private final List<LedgerRow> rows = new ArrayList<>();
  private int stepsLeft = Integer.MAX_VALUE;

  private final class InMemory implements Releases {
    @Override
    public List<LedgerRow> ledger(EmployerId employer) {
      step();
      return List.copyOf(rows);
    }

    @Override
    public List<LedgerRow> releases(
        EmployerId employer, Optional<IsoWeek> from, Optional<IsoWeek> to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public LedgerRow append(EmployerId employer, Function<LedgerHead, LedgerRow> next) {
      step();
      LedgerRow row = next.apply(rows.isEmpty() ? LedgerHead.EMPTY : last().head());
      rows.add(row);
      step();
      return row;
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void step() {
    if (stepsLeft-- <= 0) throw new Killed();
  }

  private LedgerRow last() {
    return rows.get(rows.size() - 1);
  }

  private KeyRotation.Open open() throws IOException {
    return new KeyRotation(dir.resolve("keys"), dir.resolve("ledger-head"), new InMemory())
        .open(List.of(CITY));
  }

  private void ask() throws IOException {
    Files.createFile(dir.resolve("keys/rotate-ledger-key"));
  }

  /** A withdrawal needs no budget: any row will do. */
  private void row(LedgerSigner signer) {
    new InMemory()
        .append(
            CITY,
            head ->
                new ReleaseMaker(signer, new Random(1)::nextBytes, "c")
                    .withdrawn(CITY, IsoWeek.parse("2026-W01"), "f".repeat(64), "test", head));
  }

  @Test
  void the_old_key_signs_the_new_one_and_is_gone() throws IOException {
    LedgerSigner old = open().signer();
    row(old);
    ask();
    LedgerSigner fresh = open().signer();
    assertNotEquals(old.publicKey(), fresh.publicKey());
    assertEquals(LedgerRow.Type.ROTATED, last().type());
    assertTrue(last().json().contains(fresh.publicKey()));
    assertTrue(last().json().contains(old.publicKey()));
    assertFalse(Files.exists(dir.resolve("keys/ledger.key.next")));
    assertEquals(fresh.publicPem(), Files.readString(dir.resolve("keys/ledger.pub")));
    assertEquals(fresh.publicKey(), open().signer().publicKey());
    assertEquals(2, rows.size());
  }

  @Test
  void cut_off_at_any_step_the_next_start_goes_on() throws IOException {
    row(open().signer());
    for (int kill = 0; kill < 6; kill++) {
      int before = rows.size();
      ask();
      stepsLeft = kill;
      try {
        open();
      } catch (Killed cut) {
        stepsLeft = Integer.MAX_VALUE;
      }
      stepsLeft = Integer.MAX_VALUE;
      String key = open().signer().publicKey();
      assertEquals(before + 1, rows.size(), "killed at step " + kill);
      assertTrue(last().json().contains(key));
      row(open().signer());
    }
  }

  @Test
  void a_lost_key_stops_the_start() throws IOException {
    KeyRotation.Open open = open();
    row(open.signer());
    open.heads().get(0).write(CITY, last().head());
    Files.delete(dir.resolve("keys/ledger.key"));
    assertThrows(LedgerHeadFile.Behind.class, this::open);
  }
}
