package org.feierabend.launcher.command;

import java.util.List;
import java.util.Optional;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.replay.DryRunCommand;
import org.feierabend.launcher.replay.ReplayCommand;

/** Every command there is, in the order of the help. */
public final class Commands {
  private static final List<Command> ALL =
      List.of(
          new Demo(),
          new Run(),
          new ReplayCommand(),
          RuleCommand.scenarios(),
          RuleCommand.ruleBook(),
          RuleCommand.compare(),
          new CompareOpenData(),
          new Bundle(),
          RuleCommand.policyPage(),
          new DryRunCommand(),
          new Account(),
          new Connect(),
          new Doors(),
          new Sign(),
          new People(),
          new Verify(),
          new Bench(),
          new Help());

  private Commands() {}

  public static List<Command> all() {
    return ALL;
  }

  /** The command of this name; the usual ways to ask for help all find it. */
  public static Optional<Command> named(String word) {
    String name = List.of("-h", "--help", "-?").contains(word) ? "help" : word;
    return ALL.stream().filter(command -> command.name().equals(name)).findFirst();
  }
}
