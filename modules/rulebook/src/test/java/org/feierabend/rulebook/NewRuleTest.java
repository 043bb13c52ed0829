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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rules/new-rule.sh} in a copy of the rules. */
class NewRuleTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));

  @TempDir Path home;

  @BeforeEach
  void copy() throws IOException {
    for (String folder : List.of("rules", "config/policies"))
      try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
        for (Path f : files.filter(Files::isRegularFile).toList()) {
          Path to = home.resolve(HOME.relativize(f).toString());
          Files.createDirectories(to.getParent());
          Files.copy(f, to);
        }
      }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reachability", "telework", "minimisation", "alerts"})
  void a_new_rule_runs_with_both_its_scenarios_and_stands_in_the_rule_book(String decision)
      throws Exception {
    assertEquals(0, newRule(decision, "my-rule"));
    Path scenarios = home.resolve("rules/%s/my-rule.scenarios.yaml".formatted(decision));
    var out = new ByteArrayOutputStream();
    int code =
        ScenarioCommand.run(
            home, List.of(scenarios.toString()), new PrintStream(out), new PrintStream(out));
    assertEquals(0, code, () -> out.toString(StandardCharsets.UTF_8));
    assertTrue(new RuleBookPage(home).text().contains("`my-rule`"));
  }

  @Test
  void what_is_no_decision_no_name_or_there_already_is_refused() throws Exception {
    assertEquals(2, newRule("jurisdictions", "my-rule"));
    assertEquals(2, newRule("reachability", "My Rule"));
    assertEquals(1, newRule("reachability", "outside-window"));
  }

  private int newRule(String decision, String name) throws Exception {
    ProcessBuilder script =
        new ProcessBuilder("sh", home.resolve("rules/new-rule.sh").toString(), decision, name)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("out").toFile());
    script.environment().put("FEIERABEND_RULE_BOOK", "no");
    return script.start().waitFor();
  }
}
