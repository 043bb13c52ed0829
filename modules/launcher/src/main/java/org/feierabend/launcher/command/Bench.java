package org.feierabend.launcher.command;

import java.util.List;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;

/** Hands over to the benchmarks. */
final class Bench implements Command {
  @Override
  public String name() {
    return "bench";
  }

  @Override
  public String takes() {
    return "[--quick] [PART]";
  }

  @Override
  public String about(Console console) {
    return console.word("run the benchmarks side by side", "die Vergleichsmessungen laufen lassen");
  }

  @Override
  public int run(Home home, List<String> arguments, Console console) throws Exception {
    return Jar.run(
        Jar.of(home, "bench", "feierabend-bench"),
        List.of("-Dfeierabend.home=" + home.root()),
        arguments);
  }
}
