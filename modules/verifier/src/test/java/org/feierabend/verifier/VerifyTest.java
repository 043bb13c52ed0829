package org.feierabend.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
  private static final int CHANGES = Boolean.getBoolean("feierabend.all") ? 1_000 : 200;

  @TempDir Path dir;
  private Fixture ledger;
  private String said;
  private boolean german;

  @BeforeEach
  void a_ledger() throws Exception {
    ledger = Fixture.weeks(6);
  }

  private int verify(byte[] bytes, String... options) throws IOException {
    Path file = dir.resolve("ledger.jsonl");
    Files.write(file, bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("verify", file.toString()));
    arguments.addAll(Arrays.asList(options));
    int code =
        Verify.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            german,
            arguments.toArray(String[]::new));
    said = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  private int verify(Fixture fixture) throws Exception {
    return verify(utf8(fixture.text()), keyAndHead(fixture));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String[] keyAndHead(Fixture fixture) throws Exception {
    Files.writeString(dir.resolve("pub"), fixture.pem());
    Files.writeString(dir.resolve("head"), fixture.head());
    return new String[] {
      "--key", dir.resolve("pub").toString(), "--head", dir.resolve("head").toString()
    };
  }

  private void assertFails(Fixture fixture, String check, String words) throws Exception {
    assertEquals(1, verify(fixture), said);
    assertTrue(
        said.lines().anyMatch(l -> l.startsWith("FAIL  " + check) && l.contains(words)),
        "no '" + words + "' in\n" + said);
  }

  @Test
  void a_sound_ledger_holds_and_the_limits_are_told() throws Exception {
    assertEquals(0, verify(ledger), said);
    assertTrue(said.contains("3/26 spent by week 2026-W06"), said);
    assertTrue(said.contains("cannot show whether the counts before the noise were right"), said);
    assertEquals(0, verify(utf8(ledger.text())), said);
    assertTrue(said.contains("without --key") && said.contains("without --head"), said);
  }

  @Test
  void sixty_weeks_over_a_year_with_fifty_three_hold() throws Exception {
    assertEquals(0, verify(Fixture.weeks(60)), said);
  }

  @Test
  void every_change_of_one_byte_every_deletion_and_every_reordering_is_found() throws Exception {
    String[] options = keyAndHead(ledger);
    Random random = new Random(99);
    for (int i = 0; i < CHANGES; i++) {
      byte[] changed = Change.of(ledger.lines, i % 5, random);
      assertEquals(1, verify(changed, options), "change " + i + " was not found\n" + said);
    }
    System.out.printf(
        "privacy-figure | 14a | ledger: bits, bytes, deletions, repeats and reorderings found | %d | %d | six weeks |%n",
        CHANGES, CHANGES);
  }

  @Test
  void a_cut_tail_is_found_with_a_head_and_cannot_be_without() throws Exception {
    byte[] cut = utf8(String.join("\n", ledger.lines.subList(0, 8)) + "\n");
    assertEquals(1, verify(cut, keyAndHead(ledger)));
    assertTrue(said.contains("its end was cut off"), said);
    assertEquals(0, verify(cut));
    assertTrue(said.contains("without --head a cut-off end cannot be noticed"), said);
  }

  @Test
  void a_fork_signed_with_the_right_key_is_found_with_the_head() throws Exception {
    String head = ledger.head();
    Fixture fork = Fixture.weeks(6);
    String[] options = keyAndHead(fork);
    Files.writeString(dir.resolve("head"), head);
    assertEquals(1, verify(utf8(fork.text()), options));
    assertTrue(said.contains("FAIL  head"), said);
  }

  @Test
  void a_ledger_written_anew_with_another_key_is_found_with_the_key() throws Exception {
    String[] options = keyAndHead(ledger);
    Fixture forged = Fixture.weeks(6);
    assertEquals(1, verify(utf8(forged.text()), options));
    assertTrue(said.contains("no row is signed with the key of --key"), said);
  }

  @Test
  void what_an_operator_with_the_key_could_try_is_found() throws Exception {
    ledger.release(5);
    assertFails(ledger, "weeks", "a second time");
  }

  @Test
  void a_smaller_sigma_is_found_whether_told_or_not() throws Exception {
    ledger.release(6, Fixture.UNITS, ledger.blocks(), "39/1", Fixture.rho("1/52", "7/52", "45/52"));
    assertFails(ledger, "budget", "cost rho 1/26, not 1/52");
    Fixture year = Fixture.weeks(51);
    year.release(51, Fixture.UNITS, year.blocks(), "39/1", Fixture.rho("1/26", "53/52", "-1/52"));
    assertFails(year, "budget", "52 consecutive weeks cost rho 53/52, promised was 1/1");
    Fixture tiny = Fixture.weeks(1);
    tiny.release(1, Fixture.UNITS, tiny.blocks(), "3/1", Fixture.rho("1/2", "27/52", "25/52"));
    assertFails(tiny, "budget", "sigma² 3/1 is below 4");
  }

  @Test
  void a_wrong_account_and_a_fraction_not_reduced_are_found() throws Exception {
    ledger.release(6, Fixture.UNITS, ledger.blocks(), "78/1", Fixture.rho("1/52", "6/52", "46/52"));
    assertFails(ledger, "format", "'6/52' is not reduced");
    Fixture other = Fixture.weeks(6);
    other.release(6, Fixture.UNITS, other.blocks(), "78/1", Fixture.rho("1/52", "3/26", "23/26"));
    assertFails(other, "budget", "the account is 7/52 spent");
  }

  @Test
  void blocks_that_do_not_follow_from_the_headcounts_are_found() throws Exception {
    String rho = Fixture.rho("1/52", "7/52", "45/52");
    String small = ledger.blocks().replace("\"headcount\":30", "\"headcount\":19");
    ledger.release(6, Fixture.UNITS, small, "78/1", rho);
    assertFails(ledger, "blocks", "has 19 people, k is 20");

    Fixture sum = Fixture.weeks(6);
    sum.release(
        6,
        Fixture.UNITS,
        sum.blocks().replace("\"headcount\":36", "\"headcount\":37"),
        "78/1",
        rho);
    assertFails(sum, "blocks", "says 37 people, its units have 36");

    Fixture moved = Fixture.weeks(6);
    moved.release(
        6,
        Fixture.UNITS.replace("\"staff\":30", "\"staff\":31"),
        moved.blocks().replace("\"headcount\":30", "\"headcount\":31"),
        "78/1",
        rho);
    assertFails(moved, "blocks", "they are frozen for the quarter");

    Fixture split = Fixture.weeks(6);
    split.release(
        6,
        Fixture.UNITS,
        split.blocks().replace("[\"b\",\"c\",\"top\"]", "[\"b\",\"top\"]"),
        "78/1",
        rho);
    assertFails(split, "blocks", "does not follow from the headcounts");

    Fixture missing = Fixture.weeks(6);
    missing.release(
        6, Fixture.UNITS, missing.blocks().replaceFirst(",\\{\"figures.*", "]"), "78/1", rho);
    assertFails(missing, "blocks", "'rest-of-top' is missing");
  }

  @Test
  void a_figure_that_is_no_whole_number_is_found() throws Exception {
    ledger.release(
        6,
        Fixture.UNITS,
        ledger.blocks().replaceFirst("\"late\":-?\\d+", "\"late\":1.5"),
        "78/1",
        Fixture.rho("1/52", "7/52", "45/52"));
    assertFails(ledger, "format", "line 13 has no comma");
  }

  @Test
  void a_destruction_without_its_release_is_found() throws Exception {
    ledger.release(6);
    ledger.destroyed(6, "f".repeat(64));
    assertFails(ledger, "weeks", "does not refer to the release of its week");
    Fixture twice = Fixture.weeks(2);
    twice.destroyed(1);
    assertFails(twice, "weeks", "a second time");
  }

  @Test
  void a_withdrawn_week_stays_spent_and_is_not_repeated() throws Exception {
    ledger.withdrawn(5, ledger.lastRelease());
    assertEquals(0, verify(ledger), said);
    ledger.release(5);
    assertFails(ledger, "weeks", "a second time");
  }

  @Test
  void whoever_reads_german_reads_german() throws Exception {
    assertTrue(Verify.german(Map.of("LANG", "de_DE.UTF-8")));
    assertFalse(Verify.german(Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "C")));
    assertFalse(Verify.german(Map.of()));
    german = true;
    assertEquals(0, verify(ledger), said);
    assertTrue(said.contains("3/26 verbraucht bis Woche 2026-W06"), said);
    assertTrue(said.endsWith("Alle Prüfungen stimmen.\n"), said);
    ledger.release(5);
    assertEquals(1, verify(ledger), said);
    assertTrue(said.contains("FALSCH  Wochen      Eintrag"), said);
    assertTrue(said.contains("zum zweiten Mal"), said);
    assertEquals(2, verify(new byte[0], "--key"));
    assertTrue(said.startsWith("Nicht zu prüfen: --key braucht eine Datei. Aufruf:"), said);
    assertEquals(1, verify(utf8("[]\n")), said);
    assertTrue(said.contains("Zeile 1 beginnt nicht mit {"), said);
  }

  @Test
  void a_file_that_cannot_be_read_ends_with_two() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertEquals(2, Verify.run(print, false, dir.resolve("nothing.jsonl").toString()));
    assertEquals(2, Verify.run(print, false));
    assertEquals(2, verify(new byte[0], "--key"));
    assertEquals(
        2, verify(new byte[0], "--key", Files.writeString(dir.resolve("k"), "none").toString()));
    assertEquals(2, verify(new byte[0]), said);
    assertEquals(1, verify(new byte[] {(byte) 0xff, '\n'}));
    assertEquals(1, verify(utf8("[]\n{}\n")));
  }
}
