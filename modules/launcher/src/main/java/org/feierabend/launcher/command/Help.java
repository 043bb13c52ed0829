package org.feierabend.launcher.command;

import java.util.List;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;

/** Lists the commands. */
final class Help implements Command {
  @Override
  public String name() {
    return "help";
  }

  @Override
  public String about(Console console) {
    return console.word("this list", "diese Liste");
  }

  @Override
  public int run(Home home, List<String> arguments, Console console) {
    console.say(
        "Feierabend: when work is over, it is over.\n\nUsage: ./feierabend COMMAND [OPTIONS]\n",
        "Feierabend: Wenn Schluss ist, ist Schluss.\n\nAufruf: ./feierabend BEFEHL [OPTIONEN]\n");
    for (Command command : Commands.all())
      line(console, command.name(), command.takes(), command.about(console));
    line(
        console,
        "test",
        "[--all]",
        console.word(
            "run every test; as root on Debian it installs what they need",
            "alle Tests; installiert als root unter Debian, was sie brauchen"));
    console.say(
        "\nSettings: config/feierabend.properties or the environment (FEIERABEND_HTTP_PORT=9000 wins).\n"
            + "State: var/ (FEIERABEND_VAR). More: README.md and docs/operations.md.",
        "\nEinstellungen: config/feierabend.properties oder die Umgebung (FEIERABEND_HTTP_PORT=9000 geht vor).\n"
            + "Zustand: var/ (FEIERABEND_VAR). Mehr: README.md und docs/operations.md.");
    return 0;
  }

  private static void line(Console console, String name, String takes, String about) {
    console.out().printf("  %-10s %s%n", name, about);
    if (!takes.isEmpty()) console.out().printf("  %-10s   %s%n", "", takes);
  }
}
