package org.feierabend.launcher.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.feierabend.decision.Language;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;
import org.feierabend.rulebook.CompareCommand;
import org.feierabend.rulebook.PolicyPageCommand;
import org.feierabend.rulebook.RuleBookCommand;
import org.feierabend.rulebook.ScenarioCommand;

/** A command that reads rules/ without an instance; the rule book itself does the work. */
record RuleCommand(String name, String takes, String english, String german, Work work)
    implements Command {
  /** What the rule book offers. */
  @FunctionalInterface
  interface Work {
    int run(Path home, List<String> arguments, Language language, PrintStream out, PrintStream err);
  }

  static Command scenarios() {
    return new RuleCommand(
        "scenarios",
        "[--policy FILE] [PATH …]",
        "run example situations against the real rule book, or against a proposed policy",
        "Beispielfälle gegen das echte Regelwerk oder eine vorgeschlagene Vereinbarung prüfen",
        ScenarioCommand::run);
  }

  static Command ruleBook() {
    return new RuleCommand(
        "rule-book",
        "[--check]",
        "write docs/rule-book.md from what stands in rules/",
        "docs/rule-book.md aus rules/ schreiben",
        (home, words, language, out, err) -> RuleBookCommand.run(home, words, out, err));
  }

  static Command policyPage() {
    return new RuleCommand(
        "policy-page",
        "[--check]",
        "write docs/policy.md from config/policy.schema.json",
        "docs/policy.md aus config/policy.schema.json schreiben",
        (home, words, language, out, err) -> PolicyPageCommand.run(home, words, out, err));
  }

  static Command compare() {
    return new RuleCommand(
        "compare",
        "EDITION EDITION",
        "say what changes between two editions (a policy's name, edition or file, or a directory"
            + " with rules)",
        "sagen, was sich zwischen zwei Fassungen ändert (Name, Fassung oder Datei einer"
            + " Dienstvereinbarung, oder ein Verzeichnis mit Regeln)",
        CompareCommand::run);
  }

  static Language language(Console console) {
    return console.german() ? Language.DE : Language.EN;
  }

  @Override
  public String about(Console console) {
    return console.word(english, german);
  }

  @Override
  public int run(Home home, List<String> arguments, Console console) {
    return work.run(home.root(), arguments, language(console), console.out(), console.err());
  }
}
