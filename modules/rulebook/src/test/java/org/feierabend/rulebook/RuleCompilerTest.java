package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCompilerTest {
  @TempDir Path folder;

  @Test
  void a_rule_file_that_brings_more_than_rules_is_refused_with_its_line() throws IOException {
    Path file = rules("reachability", "// a comment\nimport java.lang.Runtime\nrule \"x\"\n");
    Unreadable told =
        assertThrows(Unreadable.class, () -> RuleCompiler.compile(List.of(file), "import"));
    assertEquals(file + ":2: a rule file holds rules only, no 'import'", told.getMessage());
  }

  @Test
  void a_rule_of_no_decision_is_refused() throws IOException {
    Path file = rules("weather", "rule \"x\" when then end\n");
    assertThrows(Unreadable.class, () -> RuleCompiler.compile(List.of(file), "weather"));
  }

  private Path rules(String decision, String text) throws IOException {
    return Files.writeString(
        Files.createDirectories(folder.resolve(decision)).resolve("x.drl"), text);
  }
}
