package org.feierabend.channels.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Decision;
import org.feierabend.decision.GroupAnswer;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Employer;

/**
 * What the sender of a message to several people learns: counts, never who and never why; of fewer
 * than five recipients the words alone (DECISIONS, section 1).
 */
record GroupView(boolean decision, Context context) implements View {
  private static final int FEWEST_COUNTED = 5;

  /**
   * @param group always true: an answer about a group, in place of {@code evaluations}
   * @param reach such as {@code 9 now, 3 later}; of small groups {@code now, later}
   * @param later those whom it reaches later; absent for small groups, like the other counts
   * @param next when it reaches how many of them
   * @param slotAllowed of a meeting: whether it may lie there for all of them
   * @param slotProposed when it could begin instead, in the core time common to all; absent as well
   *     where there is no such time within four weeks
   * @param ownSending what the sender is told who sends outside their own hours
   */
  record Context(
      boolean group,
      int recipients,
      String reach,
      Integer now,
      Integer later,
      Integer somebodyElse,
      List<Next> next,
      Boolean slotAllowed,
      String slotProposed,
      Sentence ownSending,
      String edition) {}

  record Next(String until, int count) {}

  static GroupView of(
      List<Answer> answers,
      Optional<SlotFound> slot,
      Optional<Sentence> reminder,
      Employer employer) {
    Map<PersonId, Decision> decisions = new LinkedHashMap<>();
    for (Answer answer : answers)
      answer.decision().ifPresent(d -> decisions.putIfAbsent(answer.question().recipient(), d));
    GroupAnswer found = GroupAnswer.of(decisions.values());
    boolean counted = found.recipients() >= FEWEST_COUNTED;
    return new GroupView(
        found.now() == found.recipients(),
        new Context(
            true,
            found.recipients(),
            found.text(),
            counted ? found.now() : null,
            counted ? found.later() : null,
            counted ? found.somebodyElse() : null,
            counted ? next(decisions.values(), employer) : null,
            slot.map(SlotFound::allowed).orElse(null),
            slot.flatMap(SlotFound::proposed).map(i -> Json.at(i, employer.zone())).orElse(null),
            reminder.orElse(null),
            answers.get(0).edition()));
  }

  private static List<Next> next(Iterable<Decision> decisions, Employer employer) {
    Map<Instant, Integer> next = new TreeMap<>();
    for (Decision decision : decisions)
      if (decision instanceof Decision.Defer defer) next.merge(defer.until(), 1, Integer::sum);
    return next.entrySet().stream()
        .map(e -> new Next(Json.at(e.getKey(), employer.zone()), e.getValue()))
        .toList();
  }
}
