package org.feierabend.launcher.command;

import java.util.List;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;

/** Hands over to the works council's own checker, which shares no code with this. */
final class Verify implements Command {
  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String takes() {
    return "LEDGER …";
  }

  @Override
  public String about(Console console) {
    return console.word(
        "check a ledger with the works council's own checker",
        "ein Kontobuch mit dem eigenen Prüfer des Personalrats prüfen");
  }

  @Override
  public int run(Home home, List<String> arguments, Console console) throws Exception {
    return Jar.run(Jar.of(home, "verifier", "feierabend-verifier"), List.of("-Xmx256m"), arguments);
  }
}
