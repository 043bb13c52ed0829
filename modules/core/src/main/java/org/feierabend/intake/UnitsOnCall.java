package org.feierabend.intake;

import java.time.Instant;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.UnitId;

/** Who else of a unit could answer; asked for emergencies only, which are rare. */
final class UnitsOnCall {
  private final Employer employer;
  private final Directory directory;

  UnitsOnCall(Employer employer, Directory directory) {
    this.employer = employer;
    this.directory = directory;
  }

  boolean anyOf(UnitId unit, Instant at) {
    return directory.people(employer).stream()
        .filter(person -> person.unit().equals(unit))
        .flatMap(person -> person.facts().onCall().stream())
        .anyMatch(duty -> Moments.within(duty.span(), at));
  }
}
