package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feierabend.decision.Reachability;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RulesTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));
  private static final RulebookReachabilities BOOK = new RulebookReachabilities(HOME);
  private static final DroolsMinimisation MINIMISATION = new DroolsMinimisation(HOME);
  private static final DroolsTelework TELEWORK = new DroolsTelework(HOME);
  private static final DroolsAlerts ALERTS = new DroolsAlerts(HOME);
  private static final ScenarioFile FORMAT = new ScenarioFile(BOOK.policies());

  @TestFactory
  Stream<DynamicTest> every_scenario_passes() {
    ScenarioRunner runner = new ScenarioRunner(BOOK::under, MINIMISATION, TELEWORK, ALERTS);
    return scenarios(HOME.resolve("rules")).stream()
        .map(
            s ->
                DynamicTest.dynamicTest(
                    s.name(),
                    () -> {
                      var o = runner.run(s);
                      assertEquals(List.of(), o.differs(), () -> "came " + o.came());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> every_rule_has_a_scenario_in_which_it_speaks_and_one_in_which_it_is_silent() {
    ScenarioRunner runner = new ScenarioRunner(BOOK::under, MINIMISATION, TELEWORK, ALERTS);
    return files().stream()
        .map(
            f ->
                DynamicTest.dynamicTest(
                    f.concern(),
                    () -> {
                      assertTrue(Files.exists(f.scenarios()), f.scenarios() + " is missing");
                      List<List<String>> spoke =
                          FORMAT.read(f.scenarios()).stream()
                              .map(s -> runner.run(s).rules())
                              .toList();
                      for (RuleText r : f.rules()) {
                        assertTrue(
                            spoke.stream().anyMatch(s -> s.contains(r.id())),
                            r.id() + " never speaks");
                        assertTrue(
                            spoke.stream().anyMatch(s -> !s.contains(r.id())),
                            r.id() + " is never silent");
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> whoever_removes_a_rule_is_noticed_by_a_scenario_of_its_folder() {
    return files().stream()
        .flatMap(
            f ->
                f.rules().stream()
                    .map(
                        r ->
                            DynamicTest.dynamicTest(
                                r.name(),
                                () -> {
                                  ScenarioRunner without = without(r.name());
                                  assertTrue(
                                      ownFirst(f).anyMatch(s -> failed(without, s)),
                                      () ->
                                          "no scenario in %s notices that \"%s\" is gone"
                                              .formatted(f.path().getParent(), r.name()));
                                })));
  }

  @Test
  void every_public_row_has_its_scenarios() {
    List<String> names = scenarios(HOME.resolve("rules")).stream().map(Scenario::name).toList();
    for (int row = 1; row <= 20; row++) {
      String prefix = "Row %d: ".formatted(row);
      assertTrue(names.stream().anyMatch(n -> n.startsWith(prefix)), prefix + "is missing");
    }
  }

  @Test
  void what_stands_above_a_rule_reads_the_same_with_and_without_drools() {
    Map<String, RuleText> compiled = new TreeMap<>(BOOK.rules().texts());
    compiled.putAll(MINIMISATION.texts());
    compiled.putAll(TELEWORK.texts());
    compiled.putAll(ALERTS.texts());
    Map<String, RuleText> read = new TreeMap<>();
    files().forEach(f -> f.rules().forEach(r -> read.put(r.name(), r)));
    assertEquals(compiled, read);
  }

  @Test
  void the_rule_book_page_is_up_to_date() {
    assertEquals(0, RuleBookCommand.run(HOME, List.of("--check"), System.out, System.err));
  }

  private static boolean failed(ScenarioRunner runner, Scenario s) {
    try {
      return !runner.run(s).passed();
    } catch (IllegalStateException nobodySpoke) {
      return true;
    }
  }

  private static ScenarioRunner without(String rule) {
    Reachability p0 = BOOK.under(BOOK.policies().policy("p0"), BOOK.rules().without(rule));
    return new ScenarioRunner(
        policy ->
            policy.equals(BOOK.policies().policy("p0"))
                ? p0
                : BOOK.under(policy, BOOK.rules().without(rule)),
        MINIMISATION.without(rule),
        TELEWORK.without(rule),
        ALERTS.without(rule));
  }

  private static List<RuleFile> files() {
    return RuleCompiler.files(HOME.resolve("rules")).stream().map(RuleFile::read).toList();
  }

  /** The folder's scenarios, those beside the rule first: mostly they notice. */
  private static Stream<Scenario> ownFirst(RuleFile file) {
    return Stream.concat(
        FORMAT.read(file.scenarios()).stream(), scenarios(file.path().getParent()).stream());
  }

  private static List<Scenario> scenarios(Path folder) {
    List<Scenario> all = new ArrayList<>();
    for (Path f : ScenarioCommand.files(folder)) all.addAll(FORMAT.read(f));
    return all;
  }
}
