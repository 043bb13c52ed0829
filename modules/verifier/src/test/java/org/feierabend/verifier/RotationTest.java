package org.feierabend.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger whose key handed over to the next. */
class RotationTest {
  @TempDir Path dir;
  private Fixture ledger;
  private String oldKey;
  private String said;

  @BeforeEach
  void rotated() throws Exception {
    ledger = Fixture.weeks(3);
    oldKey = ledger.pem();
    ledger.rotated();
    ledger.release(3);
    ledger.destroyed(3);
  }

  private int verify(byte[] bytes, String pem, String head) throws Exception {
    Files.write(dir.resolve("ledger"), bytes);
    Files.writeString(dir.resolve("pub"), pem);
    Files.writeString(dir.resolve("head"), head);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        Verify.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            false,
            dir.resolve("ledger").toString(),
            "--key",
            dir.resolve("pub").toString(),
            "--head",
            dir.resolve("head").toString());
    said = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void the_old_key_and_the_new_one_both_vouch_for_it() throws Exception {
    assertEquals(0, verify(utf8(ledger.text()), oldKey, ledger.head()), said);
    assertTrue(said.contains("handed over 1 times, now"), said);
    assertEquals(0, verify(utf8(ledger.text()), ledger.pem(), ledger.head()), said);
  }

  @Test
  void a_head_of_before_still_fits() throws Exception {
    Fixture before = Fixture.weeks(3);
    String head = before.head();
    String pem = before.pem();
    before.rotated();
    before.release(3);
    assertEquals(0, verify(utf8(before.text()), pem, head), said);
  }

  @Test
  void a_new_key_without_a_hand_over_is_found() throws Exception {
    Fixture other = Fixture.weeks(3);
    String pem = other.pem();
    other.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    other.release(3);
    assertEquals(1, verify(utf8(other.text()), pem, other.head()));
    assertTrue(said.contains("another key than the one in force"), said);
  }

  @Test
  void naming_somebody_elses_key_as_the_next_forges_nothing() throws Exception {
    KeyPair real = ledger.pair;
    Fixture forged = Fixture.weeks(3);
    forged.rotated(real);
    assertEquals(1, verify(utf8(forged.text()), ledger.pem(), forged.head()));
    assertTrue(said.contains("no row is signed with the key of --key"), said);
  }

  @Test
  void changes_of_a_rotated_ledger_are_found_too() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 100; i++)
      assertEquals(
          1, verify(Change.of(ledger.lines, i % 5, random), oldKey, ledger.head()), "change " + i);
  }
}
