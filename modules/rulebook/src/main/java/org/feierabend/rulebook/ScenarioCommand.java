package org.feierabend.rulebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code ./feierabend scenarios [--policy FILE] PATH…}: runs scenario files against the real rule
 * book, and with it against a policy that is only proposed, whatever policy they name.
 */
public final class ScenarioCommand {
  private ScenarioCommand() {}

  /**
   * @param home the checkout directory
   * @param args files, or directories searched for {@code *.scenarios.yaml}; none: {@code rules/}
   * @return 0 all pass, 1 one failed, 2 a file cannot be read
   */
  public static int run(Path home, List<String> args, PrintStream out, PrintStream err) {
    try {
      boolean proposed = !args.isEmpty() && args.get(0).equals("--policy");
      if (proposed && args.size() < 2) {
        err.println("--policy takes the file of a policy");
        return 2;
      }
      List<String> named = proposed ? args.subList(2, args.size()) : args;
      List<Path> paths =
          named.isEmpty() ? List.of(home.resolve("rules")) : named.stream().map(Path::of).toList();
      List<Path> files = new ArrayList<>();
      for (Path p : paths) files.addAll(files(p));
      RulebookReachabilities book = new RulebookReachabilities(home);
      ScenarioRunner runner =
          new ScenarioRunner(
              book::under,
              new DroolsMinimisation(home),
              new DroolsTelework(home),
              new DroolsAlerts(home));
      YamlPolicies policies =
          proposed
              ? book.policies().only(DraftFile.read(home, Path.of(args.get(1))))
              : book.policies();
      return run(files, new ScenarioFile(policies), runner, out, err);
    } catch (Unreadable e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  private static int run(
      List<Path> files,
      ScenarioFile format,
      ScenarioRunner runner,
      PrintStream out,
      PrintStream err) {
    int passed = 0;
    int failed = 0;
    int unreadable = 0;
    for (Path f : files) {
      try {
        for (Scenario s : format.read(f)) {
          ScenarioRunner.Outcome o = runner.run(s);
          out.println(line(s, o));
          if (o.passed()) passed++;
          else failed++;
        }
      } catch (Unreadable e) {
        err.println(e.getMessage());
        unreadable++;
      }
    }
    out.printf("%d passed, %d failed, %d files unreadable%n", passed, failed, unreadable);
    if (unreadable > 0) return 2;
    return failed > 0 ? 1 : 0;
  }

  static String line(Scenario s, ScenarioRunner.Outcome o) {
    return o.passed()
        ? "PASS %s:%d %s: %s".formatted(s.place(), s.line(), s.name(), o.came())
        : "FAIL %s:%d %s: expected %s, but came %s"
            .formatted(s.place(), s.line(), s.name(), String.join(", ", o.differs()), o.came());
  }

  static List<Path> files(Path path) {
    if (!Files.exists(path)) throw new Unreadable(path.toString(), 1, "there is no such file");
    if (!Files.isDirectory(path)) return List.of(path);
    try (Stream<Path> found = Files.walk(path)) {
      return found.filter(f -> f.toString().endsWith(".scenarios.yaml")).sorted().toList();
    } catch (IOException e) {
      throw new Unreadable(path.toString(), "cannot be read: " + e.getMessage(), e);
    }
  }
}
