package org.feierabend.intake;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts;

/**
 * Who stands in for an absent person; a chain of absent ones is followed three hops, no further.
 */
final class Deputies {
  private static final int HOPS = 3;

  private final Employer employer;
  private final Directory directory;

  Deputies(Employer employer, Directory directory) {
    this.employer = employer;
    this.directory = directory;
  }

  /** Whether a contact routed away from the person ends with somebody present. */
  boolean somebodyStandsIn(Person absent, Instant at) {
    Set<PersonId> met = new HashSet<>(Set.of(absent.id()));
    Optional<Person> next = deputyOf(absent, at);
    for (int hop = 1; hop <= HOPS && next.isPresent() && met.add(next.get().id()); hop++) {
      if (next.get().facts().absencesAt(at).isEmpty()) return true;
      next = deputyOf(next.get(), at);
    }
    return false;
  }

  /** The same person with nobody standing in: what the rules are asked when the chain ends. */
  static PersonFacts withoutDeputy(PersonFacts facts) {
    return facts.withAbsences(
        facts.absences().stream().map(a -> a.with(Optional.empty())).toList());
  }

  private Optional<Person> deputyOf(Person person, Instant at) {
    return person.facts().absencesAt(at).stream()
        .flatMap(a -> a.deputy().stream())
        .findFirst()
        .flatMap(id -> directory.person(employer, id));
  }
}
