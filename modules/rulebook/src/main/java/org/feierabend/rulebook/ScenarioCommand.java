package org.feierabend.rulebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;

/**
 * {@code ./feierabend scenarios [--policy FILE] PATH…}: runs scenario files against the real rule
 * book, and with it against a policy that is only proposed, whatever policy they name.
 */
public final class ScenarioCommand {
  private ScenarioCommand() {}

  /** In English; see below. */
  public static int run(Path home, List<String> args, PrintStream out, PrintStream err) {
    return run(home, args, Language.EN, out, err);
  }

  /** In the language of whoever reads what is printed; see below. */
  public static int run(
      Path home, List<String> args, Language language, PrintStream out, PrintStream err) {
    return run(home, args, s -> out.println(s.in(language)), s -> err.println(s.in(language)));
  }

  /**
   * @param home the checkout directory
   * @param args files, or directories searched for {@code *.scenarios.yaml}; none: {@code rules/}
   * @return 0 all pass, 1 one failed, 2 a file cannot be read
   */
  static int run(Path home, List<String> args, Consumer<Sentence> out, Consumer<Sentence> err) {
    try {
      boolean proposed = !args.isEmpty() && args.get(0).equals("--policy");
      if (proposed && args.size() < 2) {
        err.accept(
            new Sentence("--policy nennt eine Datei", "--policy takes the file of a policy"));
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
      err.accept(e.told());
      return 2;
    }
  }

  private static int run(
      List<Path> files,
      ScenarioFile format,
      ScenarioRunner runner,
      Consumer<Sentence> out,
      Consumer<Sentence> err) {
    int passed = 0;
    int failed = 0;
    int unreadable = 0;
    for (Path f : files) {
      try {
        for (Scenario s : format.read(f)) {
          ScenarioRunner.Outcome o = runner.run(s);
          out.accept(line(s, o));
          if (o.passed()) passed++;
          else failed++;
        }
      } catch (Unreadable e) {
        err.accept(e.told());
        unreadable++;
      }
    }
    out.accept(
        new Sentence(
            "%d bestanden, %d nicht bestanden, nicht lesbare Dateien: %d"
                .formatted(passed, failed, unreadable),
            "%d passed, %d failed, %d files unreadable".formatted(passed, failed, unreadable)));
    if (unreadable > 0) return 2;
    return failed > 0 ? 1 : 0;
  }

  static Sentence line(Scenario s, ScenarioRunner.Outcome o) {
    String which = "%s:%d %s".formatted(s.place(), s.line(), s.name());
    String passed = "PASS %s: %s".formatted(which, o.came());
    if (o.passed()) return new Sentence(passed, passed);
    String wanted = String.join(", ", o.differs());
    return new Sentence(
        "FAIL %s: erwartet war %s, gekommen ist %s".formatted(which, wanted, o.came()),
        "FAIL %s: expected %s, but came %s".formatted(which, wanted, o.came()));
  }

  static List<Path> files(Path path) {
    if (!Files.exists(path))
      throw new Unreadable(
          path.toString(), 1, new Sentence("diese Datei gibt es nicht", "there is no such file"));
    if (!Files.isDirectory(path)) return List.of(path);
    try (Stream<Path> found = Files.walk(path)) {
      return found.filter(f -> f.toString().endsWith(".scenarios.yaml")).sorted().toList();
    } catch (IOException e) {
      throw new Unreadable(path, e);
    }
  }
}
