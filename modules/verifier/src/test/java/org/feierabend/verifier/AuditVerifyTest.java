package org.feierabend.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifyTest {
  private static final int CHANGES = Boolean.getBoolean("feierabend.all") ? 1_000 : 100;
  private static final long SEED = 20_261_126L;

  @TempDir Path dir;
  private AuditFixture log;
  private String said;

  @BeforeEach
  void a_log() throws Exception {
    log = AuditFixture.ofFortyRows();
    Files.writeString(dir.resolve("pub"), log.pem());
    Files.writeString(dir.resolve("head"), log.head());
  }

  private int verify(byte[] bytes, String... options) throws IOException {
    Path file = Files.write(dir.resolve("audit.jsonl"), bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("verify", file.toString()));
    arguments.addAll(Arrays.asList(options));
    int code =
        Verify.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            false,
            arguments.toArray(String[]::new));
    said = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  private String[] keyAndHead() {
    return new String[] {
      "--key", dir.resolve("pub").toString(), "--head", dir.resolve("head").toString()
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] text(List<String> lines) {
    return utf8(String.join("\n", lines) + "\n");
  }

  /** The first thing found wrong names this line. */
  private void assertFoundAt(int line, String change) {
    String first = said.lines().filter(l -> l.startsWith("FAIL")).findFirst().orElse("nothing");
    assertTrue(first.matches("FAIL .* line " + line + "\\b.*"), change + ", but: " + first);
  }

  @Test
  void a_sound_log_holds_and_is_told_from_a_ledger() throws Exception {
    assertEquals(0, verify(utf8(log.text()), keyAndHead()), said);
    assertTrue(said.contains("40 rows without a gap"), said);
    assertTrue(said.contains("handed over 1 times"), said);
    assertEquals(0, verify(utf8(log.text())), said);
    assertTrue(said.contains("without --key") && said.contains("without --head"), said);
  }

  @Test
  void of_a_file_without_rows_nothing_is_said_to_hold() throws Exception {
    for (String nothing : new String[] {"", "\n \n"}) {
      assertEquals(2, verify(utf8(nothing), "--audit"), said);
      assertTrue(said.contains("has no rows") && !said.contains("All checks hold"), said);
      assertEquals(2, verify(utf8(nothing)), said);
    }
  }

  @Test
  void every_changed_byte_is_found_in_its_line() throws Exception {
    byte[] sound = utf8(log.text());
    Random random = new Random(SEED);
    for (int i = 0; i < CHANGES; i++) {
      int at = random.nextInt(sound.length);
      byte[] changed = sound.clone();
      changed[at] ^= (byte) (1 + random.nextInt(255));
      assertEquals(1, verify(changed, keyAndHead()), "byte " + at + " was not found\n" + said);
      int line = 1;
      for (int j = 0; j < at; j++) if (sound[j] == '\n') line++;
      assertFoundAt(line, "byte %d of line %d was changed".formatted(at, line));
    }
    System.out.printf(
        "audit-figure | changed bytes found in their line | %d | %d | forty rows |%n",
        CHANGES, CHANGES);
  }

  @Test
  void every_row_taken_away_put_in_or_moved_is_found_where_the_chain_breaks() throws Exception {
    Random random = new Random(SEED);
    int rows = log.lines.size();
    for (int i = 0; i < CHANGES; i++) {
      List<String> lines = new ArrayList<>(log.lines);
      int a = random.nextInt(rows);
      int b = random.nextInt(rows);
      String change;
      int broken;
      switch (i % 3) {
        case 0 -> {
          lines.remove(a);
          change = "row %d is gone".formatted(a);
          broken = a == rows - 1 ? a : a + 1;
        }
        case 1 -> {
          lines.add(b, lines.get(a));
          change = "row %d is also before row %d".formatted(a, b);
          broken = a == b ? b + 2 : b + 1;
        }
        default -> {
          if (a == b) b = (a + 1) % rows;
          Collections.swap(lines, a, b);
          change = "rows %d and %d changed places".formatted(a, b);
          broken = Math.min(a, b) + 1;
        }
      }
      assertEquals(1, verify(text(lines), keyAndHead()), change + "\n" + said);
      assertFoundAt(broken, change);
    }
  }

  @Test
  void a_cut_tail_is_found_with_the_head() throws Exception {
    byte[] cut = text(log.lines.subList(0, 30));
    assertEquals(1, verify(cut, keyAndHead()));
    assertTrue(said.contains("its end was cut off after line 30"), said);
    assertEquals(0, verify(cut));
    assertTrue(said.contains("without --head a cut-off end cannot be noticed"), said);
  }

  @Test
  void a_row_hashed_anew_by_somebody_without_the_key_is_found() throws Exception {
    AuditFixture forged = new AuditFixture();
    forged.entry(
        "policy.signed", "{\"role\":\"council\"}", "\"edition\":\"" + "a".repeat(64) + "\"");
    assertEquals(1, verify(utf8(forged.text()), "--key", dir.resolve("pub").toString()));
    assertTrue(said.contains("no row is signed with the key of --key"), said);
  }

  @Test
  void a_log_that_names_somebody_is_no_audit_log() throws Exception {
    log.entry("policy.signed", "{\"role\":\"council\"}", "\"by\":\"Erika Musterfrau\"");
    assertEquals(1, verify(utf8(log.text())));
    assertFoundAt(41, "a name was written down");
    log.lines.remove(40);
    log.entry("policy.signed", "{\"role\":\"Erika\"}", "\"edition\":\"" + "a".repeat(64) + "\"");
    assertEquals(1, verify(utf8(log.text())));
    assertFoundAt(41, "a name stands for a role");
  }
}
