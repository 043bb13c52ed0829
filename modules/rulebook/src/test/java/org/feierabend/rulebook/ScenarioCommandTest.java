package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.feierabend.decision.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioCommandTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void a_true_expectation_passes_with_0_and_a_false_one_fails_with_1_and_both_print_a_line()
      throws IOException {
    assertEquals(0, run("contact: { at: 2026-09-15T10:00+02:00 }", "deliver: true"));
    assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("PASS "));
    out.reset();
    assertEquals(1, run("contact: { at: 2026-09-15T20:00+02:00 }", "deliver: true"));
    String line = out.toString(StandardCharsets.UTF_8);
    assertTrue(line.startsWith("FAIL "), line);
    assertTrue(line.contains("expected deliver true, but came DEFER 2026-09-16T07:00+02:00"), line);
  }

  @Test
  void an_unknown_key_ends_with_2_file_line_and_reason() throws IOException {
    assertEquals(2, run("contact: { at: 2026-09-15T10:00+02:00, mood: good }", "deliver: true"));
    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("s.scenarios.yaml:3: unknown key 'mood'"), said);
  }

  @Test
  void a_file_that_is_not_there_and_broken_yaml_end_with_2() throws IOException {
    assertEquals(2, scenarios(folder.resolve("none.scenarios.yaml")));
    Path broken = folder.resolve("b.scenarios.yaml");
    Files.writeString(broken, "scenarios:\n  - name: a\n   b: [\n");
    assertEquals(2, scenarios(broken));
    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("b.scenarios.yaml:3: this is no YAML from column 4 on: 'b: ["), said);
    err.reset();
    PrintStream german = new PrintStream(err, true, StandardCharsets.UTF_8);
    ScenarioCommand.run(HOME, List.of(broken.toString()), Language.DE, german, german);
    said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("b.scenarios.yaml:3: ab Spalte 4 ist das kein YAML: „b: ["), said);
    assertTrue(said.contains("Einrückung"), said);
    assertTrue(said.contains("0 bestanden, 0 nicht bestanden, nicht lesbare Dateien: 1"), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contact: { at: 2026-09-15T10:00 } | deliver: true | 3: '2026-09-15T10:00' cannot be read here: an instant has its offset",
        "contact: { at: 2026-09-15T10:00+02:00 } | '' | 4: nothing is expected here",
        "contact: { at: 2026-09-15T10:00+02:00 } | deliver: maybe | 4: expected true or false",
        "contact: { at: 2026-09-15T10:00+02:00 } | advice: [ NONSENSE ] | 4: 'NONSENSE' is no word for this",
        "contact: { at: 2026-09-15T10:00+02:00 } | slot: { allowed: true } | 4: no slot is asked for",
        "contact: { at: 2026-09-15T10:00+02:00, urgency: EMERGENCY } | deliver: true | 3: An EMERGENCY, and nothing else, names a reason code",
        "contact: { at: 2026-09-15T10:00+02:00, kind: MEETING, start: 2026-09-15T11:00+02:00, end: 2026-09-15T10:00+02:00 } | deliver: true | 3: '2026-09-15T10:00+02:00' cannot be read here: A slot must end",
        "agreement: { name: p1 } | deliver: true | 3: unknown key 'name'",
        "agreement: { k: few } | deliver: true | 3: 'few' cannot be read here",
        "people: [ ] | sender: now | 3: nobody is named here",
        "person: { flags: [ superhero ] } | deliver: true | 3: 'superhero' is no word for this"
      })
  void what_cannot_be_read_ends_with_2_its_line_and_the_reason(
      String question, String expect, String said) throws IOException {
    boolean asks = question.startsWith("contact:");
    String contact = asks ? "" : "\n    contact: { at: 2026-09-15T10:00+02:00 }";
    assertEquals(2, run(question + contact, expect));
    String line = err.toString(StandardCharsets.UTF_8);
    assertTrue(line.contains("s.scenarios.yaml:" + said), line);
  }

  @Test
  void a_scenario_is_about_a_person_or_about_people() throws IOException {
    String both = "person: { }\n    people: [ { name: a } ]";
    assertEquals(2, run(both + "\n    contact: { at: 2026-09-15T10:00+02:00 }", "deliver: true"));
    String line = err.toString(StandardCharsets.UTF_8);
    assertTrue(line.contains("s.scenarios.yaml:3: a scenario is about a person or about"), line);
  }

  @Test
  void a_key_with_nothing_behind_it_says_nothing() throws IOException {
    assertEquals(0, run("person:\n    contact: { at: 2026-09-15T10:00+02:00 }", "deliver: true"));
  }

  private int run(String question, String expect) throws IOException {
    Path file = folder.resolve("s.scenarios.yaml");
    Files.writeString(
        file,
        "scenarios:\n  - name: one\n    %s\n    expect: { %s }\n".formatted(question, expect));
    return scenarios(file);
  }

  private int scenarios(Path file) {
    return ScenarioCommand.run(
        HOME,
        List.of(file.toString()),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
