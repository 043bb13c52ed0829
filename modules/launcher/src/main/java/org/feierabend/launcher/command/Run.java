package org.feierabend.launcher.command;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.feierabend.launcher.Arguments;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;
import org.feierabend.launcher.Instance;
import org.feierabend.launcher.StartOptions;

/** Starts an instance for real use and keeps it until it is told to stop. */
class Run implements Command {
  @Override
  public String name() {
    return "run";
  }

  @Override
  public String takes() {
    return "[--port N]";
  }

  @Override
  public String about(Console console) {
    return console.word(
        "start PostgreSQL, Kafka and the server; Ctrl-C stops them",
        "PostgreSQL, Kafka und den Server starten; Strg-C hält sie an");
  }

  StartOptions.Mode mode() {
    return StartOptions.Mode.RUN;
  }

  /** What is done once when the server is ready, before people are told so. */
  void onReady(Instance instance, Console console) throws Exception {}

  @Override
  public int run(Home home, List<String> words, Console console) throws Exception {
    Arguments arguments = Arguments.read(words, Set.of("--port"), Set.of());
    OptionalInt port = arguments.port("--port").map(OptionalInt::of).orElse(OptionalInt.empty());
    try (Instance instance = Instance.start(home, StartOptions.of(mode(), port), console)) {
      instance.awaitReady();
      onReady(instance, console);
      console.say(
          "Feierabend is ready: %s  (Ctrl-C stops it)".formatted(instance.http()),
          "Feierabend ist bereit: %s  (Strg-C hält an)".formatted(instance.http()));
      new CountDownLatch(1).await();
      return 0;
    }
  }
}
