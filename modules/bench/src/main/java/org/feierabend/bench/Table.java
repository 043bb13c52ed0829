package org.feierabend.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run found: ratios with their targets, and below them the figures they were made of. */
final class Table {
  private static final String INTRO =
      """
      # Speed

      Written by `./feierabend bench`; do not edit. Everything below was measured in one run on one
      machine that may have had other work: only the ratios hold, absolute figures move by a third
      and more. A ratio's least is the least of the one over the most of the other, its most the
      reverse. All variants gave the same answer to every question before they were measured.

      """;

  private final List<Row> rows = new ArrayList<>();
  private final List<Row> figures = new ArrayList<>();
  private final double loadBefore = load();

  void add(Row row) {
    rows.add(row);
    Bench.say(row.what() + ": " + Row.number(row.score().mean()) + " " + row.verdict());
  }

  void absolute(String what, Score score) {
    figures.add(Row.free(what, score));
  }

  void print(PrintStream out) {
    out.println(text());
  }

  void write(Path file) throws IOException {
    Files.writeString(file, INTRO + text());
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    text.append(machine()).append("\n\n");
    text.append("| measured | target | least | mean | most | |\n|---|---|---:|---:|---:|---|\n");
    for (Row r : rows) text.append(r.markdown()).append('\n');
    text.append("\n| figures behind them | least | mean | most |\n|---|---:|---:|---:|\n");
    for (Row f : figures)
      text.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  f.what(),
                  Row.number(f.score().least()),
                  Row.number(f.score().mean()),
                  Row.number(f.score().most())));
    return text.toString();
  }

  private String machine() {
    return String.format(
        Locale.ROOT,
        "%s, %d processors, Java %s (%s), load average %.1f before and %.1f after.",
        LocalDate.now(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("java.vm.name"),
        loadBefore,
        load());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
