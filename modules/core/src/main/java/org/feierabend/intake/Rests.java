package org.feierabend.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.feierabend.people.Person;
import org.feierabend.timeline.Almanac;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.RestAfterWork;

/** Who rests until when, as one batch moves it on. Keyed by person number. */
final class Rests {
  private final Supplier<Map<Long, Instant>> stored;
  private final Almanac almanac;
  private final ZoneId zone;
  private final Map<Long, Instant> changed = new HashMap<>();
  private Map<Long, Instant> loaded;

  /**
   * @param zone of the employer, for people whose own is unknown
   */
  Rests(Supplier<Map<Long, Instant>> stored, Almanac almanac, ZoneId zone) {
    this.stored = stored;
    this.almanac = almanac;
    this.zone = zone;
  }

  boolean resting(Person person, Instant at) {
    if (loaded == null) loaded = stored.get();
    Instant until = changed.getOrDefault(person.no(), loaded.get(person.no()));
    return until != null && at.isBefore(until) && !endOfRest(person, at).isBefore(until);
  }

  /** With the work whose rest still lasts, so that the rules see it. */
  PersonFacts facts(Person person, Instant at) {
    if (!resting(person, at)) return person.facts();
    Instant until = changed.getOrDefault(person.no(), loaded.get(person.no()));
    Instant end = new RestAfterWork(person.facts(), zone, almanac).endOfWork(until);
    PersonFacts.Roster r = person.facts().roster();
    PersonFacts.Span worked = new PersonFacts.Span(end.minusSeconds(60), end);
    return person
        .facts()
        .withRoster(
            new PersonFacts.Roster(
                r.shifts(), r.onCall(), r.duties(), List.of(worked), r.meetings()));
  }

  /** By when somebody on call answers an emergency of that instant. */
  Instant answerDue(Instant emergency) {
    return emergency.plus(almanac.law().emergencyAnswer(LocalDate.ofInstant(emergency, zone)));
  }

  void workEnded(Person person, Instant at) {
    changed.put(person.no(), endOfRest(person, at));
  }

  /** A rest that was cut is over. */
  void workBegan(Person person, Instant at) {
    if (resting(person, at)) changed.put(person.no(), at);
  }

  Map<Long, Instant> changed() {
    return changed;
  }

  private Instant endOfRest(Person person, Instant workEnd) {
    return new RestAfterWork(person.facts(), zone, almanac).after(workEnd).until();
  }
}
