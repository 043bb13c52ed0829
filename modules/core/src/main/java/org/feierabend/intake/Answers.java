package org.feierabend.intake;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.feierabend.contact.Ref;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;

/**
 * For whom an answer is given: whoever is on call answers for the unit, everybody for themselves.
 * Nobody else can keep an emergency from the people it names.
 */
final class Answers {
  private final Employer employer;
  private final Directory directory;

  Answers(Employer employer, Directory directory) {
    this.employer = employer;
    this.directory = directory;
  }

  Answered by(Person person, Ref contact, Instant at) {
    Set<Long> people = new HashSet<>(Set.of(person.no()));
    if (person.facts().onCall().stream().anyMatch(duty -> Moments.within(duty.span(), at)))
      for (Person other : directory.people(employer))
        if (other.unit().equals(person.unit())) people.add(other.no());
    return new Answered(contact, people, at);
  }
}
