package org.feierabend.channels.timerecording;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feierabend.directory.Complaints;
import org.feierabend.door.LastEvent;
import org.feierabend.intake.Incoming.Work;
import org.feierabend.intake.Intake;
import org.feierabend.intake.Outcome;
import org.feierabend.people.Employer;

/** Hands a table of work to the intake in batches, and says in counts alone what came of it. */
final class WorkIntake {
  private static final int BATCH = 500;

  private final Intake intake;
  private final LastEvent last;

  WorkIntake(Intake intake, LastEvent last) {
    this.intake = intake;
    this.last = last;
  }

  /** German and English, a line each; for a file beside the one that was read. */
  String take(Employer employer, byte[] bytes, String source, Instant now) {
    WorkTable table = WorkTable.read(bytes, source, employer.zone());
    Map<String, Integer> counts = new TreeMap<>();
    List<Work> events = table.events();
    if (!events.isEmpty()) last.at(now);
    for (int from = 0; from < events.size(); from += BATCH) {
      List<Work> batch = events.subList(from, Math.min(events.size(), from + BATCH));
      for (Outcome outcome : intake.accept(employer, batch, now))
        counts.merge(word(outcome), 1, Integer::sum);
    }
    return report(counts, table.complaints());
  }

  static boolean fine(String report) {
    return !report.contains("Zeile ");
  }

  private static String report(Map<String, Integer> counts, Complaints complaints) {
    StringBuilder text = new StringBuilder();
    counts.forEach((word, count) -> text.append(word).append(": ").append(count).append('\n'));
    complaints
        .list()
        .forEach(
            c ->
                text.append(
                    "Zeile %d: %s%s\nline %d: %s%s\n"
                        .formatted(
                            c.line(),
                            shown(c.value()),
                            c.todo().de(),
                            c.line(),
                            shown(c.value()),
                            c.todo().en())));
    return text.toString();
  }

  private static String shown(String value) {
    return value.isEmpty() ? "" : "„" + value + "“ – ";
  }

  private static String word(Outcome outcome) {
    if (outcome instanceof Outcome.Accepted) return "gezählt / counted";
    if (outcome instanceof Outcome.Duplicate) return "schon bekannt / known already";
    if (outcome instanceof Outcome.Late) return "zu spät / too late";
    if (outcome instanceof Outcome.TooFarAhead) return "in der Zukunft / in the future";
    return "unbekannte Person / unknown person";
  }
}
