package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scenario file fails once what it expects is no longer true: none passes whatever comes. */
class MutationTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));
  private static final Pattern INSTANT =
      Pattern.compile("\\b(defer|silence|refuse|propose): (\\d{4}-\\d{2}-\\d{2}T[0-9:+Z.-]+)");
  private static final Pattern OUTCOME =
      Pattern.compile(
          "\\b(deliver|silence|defer|route|refuse|keep|drop|coarsen|grant|deny|review|tell|remind): ([^,} ]+)");
  private static final Map<String, String> OTHERS =
      Map.of(
          "deliver", "silence: true",
          "refuse", "refuse: false",
          "keep", "drop: true",
          "drop", "keep: true",
          "coarsen", "keep: true",
          "grant", "deny: true",
          "deny", "grant: true",
          "review", "review: false");

  private static String other(String word, String value) {
    return Set.of("tell", "remind").contains(word)
        ? word + ": " + !Boolean.parseBoolean(value)
        : OTHERS.getOrDefault(word, "deliver: true");
  }

  private final RulebookReachabilities book = new RulebookReachabilities(HOME);
  private final ScenarioFile format = new ScenarioFile(book.policies());
  private final ScenarioRunner runner =
      new ScenarioRunner(
          book::under,
          new DroolsMinimisation(HOME),
          new DroolsTelework(HOME),
          new DroolsAlerts(HOME));

  @TestFactory
  Stream<DynamicTest> a_minute_later_is_noticed() {
    return files()
        .filter(f -> INSTANT.matcher(text(f)).find())
        .map(f -> DynamicTest.dynamicTest(name(f), () -> fails(f, MutationTest::minuteLater)));
  }

  @TestFactory
  Stream<DynamicTest> another_outcome_is_noticed() {
    return files()
        .map(f -> DynamicTest.dynamicTest(name(f), () -> fails(f, MutationTest::otherOutcome)));
  }

  private static String minuteLater(String expect) {
    return INSTANT
        .matcher(expect)
        .replaceAll(m -> m.group(1) + ": " + OffsetDateTime.parse(m.group(2)).plusMinutes(1));
  }

  private static String otherOutcome(String expect) {
    return OUTCOME.matcher(expect).replaceAll(m -> other(m.group(1), m.group(2)));
  }

  /**
   * Each scenario whose expectation changed fails, and its line says what was expected and came.
   */
  private void fails(Path file, UnaryOperator<String> mutation) {
    String text = text(file);
    List<Scenario> before = format.read(Entry.parse(file.toString(), text));
    List<Scenario> after = format.read(Entry.parse(file.toString(), mutated(text, mutation)));
    assertEquals(before.size(), after.size());
    int changed = 0;
    for (int i = 0; i < before.size(); i++) {
      if (values(before.get(i)).equals(values(after.get(i)))) continue;
      changed++;
      ScenarioRunner.Outcome o = runner.run(after.get(i));
      assertFalse(o.passed(), after.get(i).name());
      String line = ScenarioCommand.line(after.get(i), o).en();
      assertTrue(line.matches("FAIL .+: expected .+, but came .+"), line);
    }
    assertTrue(changed > 0, "nothing in " + file + " was changed");
  }

  /** The text with its expectations changed and everything else as it was. */
  private static String mutated(String text, UnaryOperator<String> mutation) {
    List<String> lines = new ArrayList<>();
    boolean expecting = false;
    for (String line : text.split("\n")) {
      if (line.startsWith("  - ")) expecting = false;
      if (line.startsWith("    expect:")) expecting = true;
      lines.add(expecting ? mutation.apply(line) : line);
    }
    return String.join("\n", lines) + "\n";
  }

  private static String values(Scenario s) {
    return flat(s.expect().keys());
  }

  private static String flat(Map<String, Entry> keys) {
    StringBuilder flat = new StringBuilder();
    keys.forEach(
        (k, e) ->
            flat.append(k)
                .append(e.isMap() ? flat(e.map()) : e.isList() ? "" + e.list().size() : e.text()));
    return flat.toString();
  }

  private static Stream<Path> files() {
    return ScenarioCommand.files(HOME.resolve("rules")).stream();
  }

  private static String name(Path file) {
    return HOME.relativize(file).toString();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
