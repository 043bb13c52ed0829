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
      and more. The least of a ratio is the least of the one over the most of the other, its most
      the reverse; what was measured in turns is compared turn by turn.

      """;

  private static final String NOTES =
      """

      - **Same answers.** Before anything is measured every variant answers every question, and one
        that differs ends the run. All but the table look at the calendar for each message.
      - **As they come**: 65,536 messages of one week to 1,000 people in six time zones, one after
        the other, as a server meets them. **From anywhere**: as many in no order from half a year,
        each about somebody whose memory has left the processor's caches; the hardest for whoever
        remembers.
      - **Remembered** is what was asked before. The first decision for a person cuts its timeline.
      - **In a new Java**: no code is compiled yet and no cell of the table is known.
      - **Swapped**: 50,000 messages a second keep coming while another edition is made ready and
        takes force; every answer is compared with both editions.
      - **Topic to tally**: events of one week, read, checked, decided, marked and counted exactly
        once, with deferrals, sealed explanations and positions in PostgreSQL; that takes the time,
        not the decision. The peer is the same chain with calendar and Drools for each event.
      - **Almost empty resource**: the product has no empty one; asked is `authzen-configuration`,
        which answers a constant of three lines, with the same bearer token.
      - **Mail**: Postfix's own load generator hands mails to Debian's Postfix, which asks for each;
        everything else is the same. Over bare connections a hundred ask at once without Postfix:
        there an answer that is decided, counted and acknowledged by the broker is compared with one
        that is a constant, which is no target but says what an answer costs.
      - **Left out**: AuthzForce, because it brings Spring, which this house keeps out.
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
    Files.writeString(file, INTRO + text() + NOTES);
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
