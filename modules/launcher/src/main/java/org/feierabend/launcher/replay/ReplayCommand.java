package org.feierabend.launcher.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.feierabend.launcher.Arguments;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;
import org.feierabend.launcher.Instance;
import org.feierabend.launcher.StartOptions;
import org.feierabend.launcher.Trouble;

/** {@code ./feierabend replay FILE --format F}: a file of what happened, in its own time. */
public final class ReplayCommand implements Command {
  private static final String START = "2026-01-05";
  private static final String ZONE = "Europe/Berlin";

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String takes() {
    return "FILE --format "
        + ReplayFormat.keys()
        + " [--start "
        + START
        + "] [--zone "
        + ZONE
        + "] [--units 12] [--employer NAME] [--leave-open] [--port N]";
  }

  @Override
  public String about(Console console) {
    return console.word(
        "send a file through Kafka as an employer of its own, in the file's time",
        "eine Datei durch Kafka schicken, als eigener Arbeitgeber, in der Zeit der Datei");
  }

  @Override
  public int run(Home home, List<String> words, Console console) {
    Arguments arguments =
        Arguments.read(
            words,
            Set.of("--format", "--start", "--zone", "--units", "--employer", "--port"),
            Set.of("--leave-open"));
    ReplayOrder order = ReplayOrder.of(arguments, LocalDate.now(ZoneId.systemDefault()));
    long began = System.nanoTime();
    ReplayFile file = read(order.file(), order.format(), order.start(), order.ids(), console);
    Duration reading = Duration.ofNanos(System.nanoTime() - began);
    OptionalInt port = arguments.port("--port").map(OptionalInt::of).orElse(OptionalInt.empty());
    try (Instance instance =
        Instance.findRunning(home)
            .orElseGet(
                () ->
                    Instance.start(
                        home, StartOptions.of(StartOptions.Mode.REPLAY, port), console))) {
      instance.awaitReady();
      send(instance, order, file, reading, console);
    }
    return 0;
  }

  static ReplayFile read(
      Path path, ReplayFormat format, FileStart start, PersonIds ids, Console console) {
    if (!Files.isReadable(path))
      throw Trouble.of(
          "Cannot read the file %s.".formatted(path),
          "Die Datei %s ist nicht lesbar.".formatted(path));
    ProgressBar bar = new ProgressBar(console, console.word("reading  ", "lese     "));
    long size = size(path);
    ReplayFile file =
        ReplayFile.read(
            path,
            format,
            start,
            ids,
            (bytes, lines) ->
                bar.at(bytes, size, console.word("%,d lines", "%,d Zeilen").formatted(lines)));
    bar.done(console.word("%,d lines", "%,d Zeilen").formatted(file.lines()));
    new Summary(console).skipped(file.skipped());
    if (file.size() == 0)
      throw Trouble.of(
          "None of the %d lines of %s reads as %s. Is --format right? It knows %s."
              .formatted(file.lines(), path, format.key(), ReplayFormat.keys()),
          "Keine der %d Zeilen von %s liest sich als %s. Stimmt --format? Möglich: %s."
              .formatted(file.lines(), path, format.key(), ReplayFormat.keys()));
    return file;
  }

  private static void send(
      Instance instance, ReplayOrder order, ReplayFile file, Duration reading, Console console) {
    console.say(
        "%,d events of %,d people; units are made up: number modulo %d, %d units a department."
            .formatted(file.size(), file.people().count(), order.units(), Units.PER_DEPARTMENT),
        "%,d Ereignisse von %,d Menschen; die Einheiten sind erfunden: Nummer modulo %d, je %d ein Bereich."
            .formatted(file.size(), file.people().count(), order.units(), Units.PER_DEPARTMENT));
    ZoneId zone = order.start().zone();
    LocalDate start = order.firstDay(file);
    long began = System.nanoTime();
    Replay replay = new Replay(instance, console, order.employer(), zone);
    replay.create(order.document(file, start));
    Replay.Until until = order.leaveOpen() ? Replay.Until.END_OF_DAY : Replay.Until.PAST_GRACE;
    Replay.Written written = replay.write(file, start, until);
    Progress end = replay.await(file, written, until);
    Duration all = reading.plusNanos(System.nanoTime() - began);
    Path ledger = replay.exportLedger();
    new Summary(console).print(order.employer(), file, end, written, all);
    console.say("Ledger: " + ledger, "Kontobuch: " + ledger);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("Cannot read " + file, e);
    }
  }
}
