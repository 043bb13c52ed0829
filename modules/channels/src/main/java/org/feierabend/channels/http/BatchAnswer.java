package org.feierabend.channels.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.feierabend.channels.events.Reading;
import org.feierabend.decision.Language;
import org.feierabend.intake.Outcome;

/** What became of each event of a batch. */
record BatchAnswer(int accepted, int duplicate, int late, int rejected, List<Result> results)
    implements View {
  /**
   * @param index place in the batch, from 0
   * @param id the event's own id, where it could be read
   * @param note says so in words when it is late
   */
  record Result(int index, String id, String status, String note, Problem problem) {}

  /**
   * @param outcomes one for each reading that was understood, in order
   */
  static BatchAnswer of(List<Reading> readings, List<Outcome> outcomes, Language language) {
    Iterator<Outcome> next = outcomes.iterator();
    List<Result> results = new ArrayList<>(readings.size());
    for (int i = 0; i < readings.size(); i++)
      results.add(result(i, readings.get(i), next, language));
    return new BatchAnswer(
        count(results, "accepted"),
        count(results, "duplicate"),
        count(results, "late"),
        count(results, "rejected"),
        results);
  }

  private static Result result(
      int index, Reading reading, Iterator<Outcome> outcomes, Language language) {
    if (reading instanceof Reading.Rejected rejected)
      return rejected(
          index, rejected.id().orElse(null), EventAnswer.trouble(rejected.rejection()), language);
    String id =
        ((org.feierabend.intake.Incoming.Event) ((Reading.Understood) reading).incoming())
            .ref()
            .id();
    Outcome outcome = outcomes.next();
    if (outcome instanceof Outcome.TooFarAhead ahead)
      return rejected(index, id, EventAnswer.tooFarAhead(ahead), language);
    EventAnswer answer = EventAnswer.of(outcome, language);
    return new Result(index, id, answer.status(), answer.note(), null);
  }

  private static Result rejected(int index, String id, Trouble trouble, Language language) {
    return new Result(index, id, "rejected", null, Problem.of(trouble, language, null));
  }

  private static int count(List<Result> results, String status) {
    return (int) results.stream().filter(r -> r.status().equals(status)).count();
  }
}
