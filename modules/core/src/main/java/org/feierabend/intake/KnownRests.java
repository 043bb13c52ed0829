package org.feierabend.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.Almanac;
import org.feierabend.timeline.PersonFacts;

/** Who rests until when: read from the store once for each employer, then moved on with it. */
public final class KnownRests implements LiveFacts, EndOfWork {
  private final Acceptance acceptance;
  private final Function<String, Almanac> almanacs;
  private final Map<Integer, Map<Long, Instant>> byEmployer = new ConcurrentHashMap<>();

  /**
   * @param almanacs what says how long a person rests after work, by name of the policy
   */
  public KnownRests(Acceptance acceptance, Function<String, Almanac> almanacs) {
    this.acceptance = Objects.requireNonNull(acceptance, "acceptance");
    this.almanacs = Objects.requireNonNull(almanacs, "almanacs");
  }

  /** For one batch, which moves rests on before they are stored. */
  Rests rests(Employer employer) {
    return new Rests(() -> of(employer), almanacs.apply(employer.policy()), employer.zone());
  }

  /** What a batch changed is in the store. */
  void moved(Employer employer, Map<Long, Instant> changed) {
    of(employer).putAll(changed);
  }

  @Override
  public PersonFacts facts(Employer employer, Person person, Instant at) {
    return rests(employer).facts(person, at);
  }

  @Override
  public void workEnds(Employer employer, Person person, Instant at) {
    Rests moving = rests(employer);
    moving.workEnded(person, at);
    store(employer, moving.changed());
  }

  @Override
  public void workGoesOn(Employer employer, Person person, Instant at) {
    Rests moving = rests(employer);
    moving.workBegan(person, at);
    store(employer, moving.changed());
  }

  private void store(Employer employer, Map<Long, Instant> changed) {
    acceptance.commit(
        employer,
        new Acceptance.Effects(List.of(), Map.of(), Map.of(), changed, Map.of(), List.of()));
    moved(employer, changed);
  }

  private Map<Long, Instant> of(Employer employer) {
    return byEmployer.computeIfAbsent(
        employer.no(), no -> new ConcurrentHashMap<>(acceptance.restsUntil(employer)));
  }
}
