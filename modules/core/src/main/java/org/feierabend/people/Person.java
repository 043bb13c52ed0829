package org.feierabend.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import org.feierabend.contact.PersonId;
import org.feierabend.timeline.PersonFacts;

/**
 * A person of the directory with the facts a decision needs.
 *
 * @param no surrogate number; every row about contacts refers to it, so that the id stands in the
 *     directory alone
 */
public record Person(long no, PersonId id, UnitId unit, Addresses addresses, PersonFacts facts) {
  public Person {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(addresses, "addresses");
    Objects.requireNonNull(facts, "facts");
  }

  public Person(long no, PersonId id, UnitId unit, PersonFacts facts) {
    this(no, id, unit, Addresses.NONE, facts);
  }

  public Person with(PersonFacts changed) {
    return new Person(no, id, unit, addresses, changed);
  }

  /**
   * In which zone the person reads instants; the employer's where nobody knows the declared one.
   */
  public ZoneId zone(Employer employer) {
    try {
      return ZoneId.of(facts.zone());
    } catch (DateTimeException unknown) {
      return employer.zone();
    }
  }
}
