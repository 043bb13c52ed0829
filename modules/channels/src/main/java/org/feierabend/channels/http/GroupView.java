package org.feierabend.channels.http;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Decision;
import org.feierabend.people.Employer;

/**
 * What the sender of a message to several people learns: counts, never who and never why; below
 * {@link #SMALL} recipients one word (DECISIONS, section 1).
 */
record GroupView(boolean decision, Context context) {
  /** Fewer people than this are too few to count. */
  static final int SMALL = 5;

  /**
   * @param group always true: an answer about a group, in place of {@code evaluations}
   * @param reach now, later or somebody else; small groups only
   */
  record Context(
      boolean group,
      int recipients,
      String reach,
      Integer now,
      Integer later,
      Integer somebodyElse,
      List<Next> next,
      String edition) {}

  record Next(String until, int count) {}

  static GroupView of(List<Answer> answers, Employer employer) {
    Set<PersonId> people = new HashSet<>();
    int now = 0;
    int later = 0;
    int elsewhere = 0;
    Map<Instant, Integer> next = new HashMap<>();
    for (Answer answer : answers) {
      if (!people.add(answer.question().recipient())) continue;
      if (answer.outcome().equals("DELIVER")) now++;
      else if (answer.decision().filter(Decision.Route.class::isInstance).isPresent()) elsewhere++;
      else {
        later++;
        answer.until().ifPresent(until -> next.merge(until, 1, Integer::sum));
      }
    }
    boolean all = now == people.size();
    String edition = answers.get(0).edition();
    if (people.size() < SMALL) {
      String reach = all ? "now" : later > 0 ? "later" : "somebody else";
      return new GroupView(
          all, new Context(true, people.size(), reach, null, null, null, null, edition));
    }
    return new GroupView(
        all,
        new Context(
            true, people.size(), null, now, later, elsewhere, soonest(next, employer), edition));
  }

  private static List<Next> soonest(Map<Instant, Integer> next, Employer employer) {
    return next.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .map(e -> new Next(Json.at(e.getKey(), employer.zone()), e.getValue()))
        .toList();
  }
}
