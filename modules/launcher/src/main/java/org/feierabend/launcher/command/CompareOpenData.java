package org.feierabend.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;
import org.feierabend.launcher.Trouble;
import org.feierabend.report.OpenDataComparison;
import org.feierabend.report.OpenDataTable;

/** Says in both languages what differs between two years of open data beyond chance. */
final class CompareOpenData implements Command {
  @Override
  public String name() {
    return "compare-open-data";
  }

  @Override
  public String takes() {
    return "A.zip B.zip";
  }

  @Override
  public String about(Console console) {
    return console.word(
        "say what differs beyond chance between the open data of two cities or years",
        "sagen, worin sich die offenen Daten zweier Städte oder Jahre nachweislich unterscheiden");
  }

  @Override
  public int run(Home home, List<String> arguments, Console console) throws IOException {
    if (arguments.size() != 2)
      throw Trouble.usage(
          "compare-open-data takes two files, but got %s.".formatted(arguments),
          "compare-open-data nimmt zwei Dateien, nicht %s.".formatted(arguments));
    Path a = Path.of(arguments.get(0));
    Path b = Path.of(arguments.get(1));
    for (Sentence s : OpenDataComparison.of(table(a), name(a), table(b), name(b))) {
      console.out().println(s.de());
      console.out().println(s.en());
    }
    return 0;
  }

  private static OpenDataTable table(Path file) {
    try {
      return OpenDataTable.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw Trouble.usage(
          "The file %s cannot be read; name two ZIPs of open data.".formatted(file),
          "Die Datei %s lässt sich nicht lesen; zwei ZIPs offener Daten nennen.".formatted(file));
    } catch (IllegalArgumentException e) {
      Sentence why = BadValue.told(e);
      throw Trouble.of("%s: %s".formatted(file, why.en()), "%s: %s".formatted(file, why.de()), e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.zip$", "");
  }
}
