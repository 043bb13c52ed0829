package org.feierabend.channels.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Decision;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.intake.Outcome;
import org.feierabend.people.Employer;
import org.feierabend.report.WeekKeys;
import org.feierabend.timeline.IsoWeek;

/** Makes answered questions with a ref count, once, in one call; and names what is held. */
final class Counting {
  private final Intake intake;
  private final WeekKeys keys;
  private final Employer employer;

  Counting(Intake intake, WeekKeys keys, Employer employer) {
    this.intake = intake;
    this.keys = keys;
    this.employer = employer;
  }

  /** Answer → opaque id of what is held for it; only where something is. */
  Map<Answer, String> count(List<Answer> answers, Instant now) {
    List<Answer> counted = answers.stream().filter(a -> a.countable().isPresent()).toList();
    if (counted.isEmpty()) return Map.of();
    List<Incoming.Contact> events = new ArrayList<>();
    for (Answer answer : counted) events.add(answer.countable().get());
    List<Outcome> outcomes = intake.accept(employer, events, now);
    Map<Answer, String> deferrals = new HashMap<>();
    for (int i = 0; i < counted.size(); i++)
      if (held(counted.get(i), outcomes.get(i)))
        deferral(employer.id(), events.get(i)).ifPresent(putting(deferrals, counted.get(i)));
    return deferrals;
  }

  private static java.util.function.Consumer<String> putting(Map<Answer, String> map, Answer key) {
    return id -> map.put(key, id);
  }

  private static boolean held(Answer answer, Outcome outcome) {
    return answer.decision().filter(Decision.Defer.class::isInstance).isPresent()
        && (outcome instanceof Outcome.Accepted || outcome instanceof Outcome.Duplicate);
  }

  private Optional<String> deferral(EmployerId id, Incoming.Contact event) {
    return keys.find(id, IsoWeek.at(event.at(), employer.zone()))
        .map(key -> key.deferralId(event.ref(), event.person()))
        .map(Base64.getUrlEncoder().withoutPadding()::encodeToString);
  }
}
