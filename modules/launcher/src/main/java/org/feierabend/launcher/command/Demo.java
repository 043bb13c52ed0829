package org.feierabend.launcher.command;

import java.time.Clock;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Instance;
import org.feierabend.launcher.StartOptions;
import org.feierabend.launcher.replay.DemoSeed;

/** Starts an instance with a made-up city administration in it. */
final class Demo extends Run {
  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String about(Console console) {
    return console.word(
        "start with a made-up city administration and print its log-ins",
        "mit einer erfundenen Stadtverwaltung starten und die Zugänge nennen");
  }

  @Override
  StartOptions.Mode mode() {
    return StartOptions.Mode.DEMO;
  }

  @Override
  void onReady(Instance instance, Console console) {
    new DemoSeed(instance, console, Clock.systemUTC()).run();
  }
}
