package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A foreign rule file is foreign code: whatever is more than a rule is refused with its line. */
class HostileRulesTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));
  private static final Path HOSTILE = HOME.resolve("modules/rulebook/src/test/resources/hostile");

  private record Expected(Path file, int line, String word) {
    static Expected of(String row) {
      String[] cells = row.split("\t");
      Path file = HOSTILE.resolve("reachability").resolve(cells[0]);
      return new Expected(file, Integer.parseInt(cells[1]), cells[2]);
    }
  }

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> a_hostile_file_is_refused_with_its_line() throws IOException {
    return expected().stream()
        .map(e -> DynamicTest.dynamicTest(e.file().getFileName().toString(), () -> refused(e)));
  }

  private static void refused(Expected e) {
    String told = assertThrows(Unreadable.class, () -> RuleReader.read(e.file())).getMessage();
    assertTrue(told.startsWith(e.file() + ":" + e.line() + ": "), told);
    assertTrue(told.contains(e.word()), told);
  }

  @Test
  void every_hostile_file_is_expected_to_be_refused_and_there_are_a_hundred() throws IOException {
    try (Stream<Path> files = Files.list(HOSTILE.resolve("reachability"))) {
      Set<Path> all = files.collect(Collectors.toSet());
      assertEquals(all, expected().stream().map(Expected::file).collect(Collectors.toSet()));
      assertTrue(all.size() >= 100, () -> all.size() + " files");
    }
  }

  @Test
  void a_huge_file_is_refused_before_it_is_read() throws IOException {
    Path file = reachability("huge", "// " + "x".repeat(RuleTokens.LARGEST));
    String told = assertThrows(Unreadable.class, () -> RuleReader.read(file)).getMessage();
    assertTrue(told.contains("65,536 bytes"), told);
  }

  @Test
  void two_files_with_a_rule_of_the_same_name_are_refused() throws IOException {
    String one = Files.readString(HOME.resolve("rules/reachability/default.drl"));
    List<Path> files = List.of(reachability("a", one), reachability("b", one));
    String told = assertThrows(Unreadable.class, () -> RuleCompiler.drl(files)).getMessage();
    assertTrue(told.startsWith(files.get(1) + ":1: another file"), told);
  }

  @Test
  void what_is_printed_reads_the_same_again() throws IOException {
    for (Path file : RuleCompiler.files(HOME.resolve("rules/reachability"))) {
      List<RuleSyntax> read = RuleReader.read(file);
      String printed = read.stream().map(RuleSyntax::drl).collect(Collectors.joining());
      List<RuleSyntax> again = RuleReader.read(reachability("again", printed));
      assertEquals(texts(read), texts(again));
    }
  }

  @Test
  void the_rules_of_the_house_run_from_the_classes_of_the_build() {
    for (String decision : List.of("reachability", "minimisation", "telework", "alerts")) {
      String drl = RuleCompiler.drl(RuleCompiler.files(HOME.resolve("rules").resolve(decision)));
      assertTrue(BuiltRules.of(decision, drl).isPresent(), decision);
      assertTrue(BuiltRules.of(decision, drl.replace(" == ", " != ") + " ").isEmpty(), decision);
    }
  }

  private static List<String> texts(List<RuleSyntax> rules) {
    return rules.stream().map(RuleSyntax::drl).toList();
  }

  private static List<Expected> expected() throws IOException {
    return Files.readAllLines(HOSTILE.resolve("expected.tsv")).stream().map(Expected::of).toList();
  }

  private Path reachability(String name, String text) throws IOException {
    return Files.writeString(
        Files.createDirectories(folder.resolve("reachability")).resolve(name + ".drl"), text);
  }
}
