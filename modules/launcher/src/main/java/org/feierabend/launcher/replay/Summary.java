package org.feierabend.launcher.replay;

import java.time.Duration;
import java.util.Map;
import org.feierabend.launcher.Console;

/** What came of a replay, for people. */
final class Summary {
  private static final double NANOS = 1e9;

  private final Console console;

  Summary(Console console) {
    this.console = console;
  }

  void print(String employer, ReplayFile file, Progress end, Replay.Written written, Duration all) {
    Progress.Totals totals = end.totals();
    console.say("", "");
    row("Employer", "Arbeitgeber", employer);
    row("Lines", "Zeilen", number(file.lines()));
    row("  skipped", "  übergangen", number(file.skipped().count()));
    row("Events", "Ereignisse", number(totals.events()));
    row("  work", "  Arbeit", number(totals.work()));
    row("  duplicates", "  doppelt", number(totals.duplicates()));
    row("  late", "  verspätet", number(totals.late()));
    row("  dead letters", "  unzustellbar", number(totals.deadLetters()));
    counts("Decisions", "Entscheidungen", totals.outcomes());
    counts("Rules", "Regeln", totals.rules());
    row("Weeks closed", "Wochen geschlossen", number(end.weeksClosed()));
    double seconds = all.toNanos() / NANOS;
    row("Sending", "Senden", "%.1f s".formatted(written.nanos() / NANOS));
    row("Elapsed", "Dauer", "%.1f s".formatted(seconds));
    row("Events/s", "Ereignisse/s", number(Math.round(file.size() / Math.max(seconds, 0.001))));
  }

  /** The first lines left out, with reason; never their text, it may hold names. */
  void skipped(Skipped skipped) {
    for (Skipped.Line line : skipped.first())
      console.warn(
          "Line %d skipped: %s.".formatted(line.number(), line.reason()),
          "Zeile %d übergangen: %s.".formatted(line.number(), line.german()));
    int more = skipped.count() - skipped.first().size();
    if (more > 0)
      console.warn(
          "… and %d more lines skipped.".formatted(more),
          "… und %d weitere Zeilen übergangen.".formatted(more));
  }

  private void counts(String english, String german, Map<String, Long> counts) {
    row(english, german, number(counts.values().stream().mapToLong(Long::longValue).sum()));
    counts.forEach((name, count) -> row("  " + name, "  " + name, number(count)));
  }

  private void row(String english, String german, String value) {
    console.out().printf("%-24s %16s%n", console.word(english, german), value);
  }

  private static String number(long number) {
    return "%,d".formatted(number);
  }
}
