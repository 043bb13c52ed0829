package org.feierabend.people;

import java.time.ZoneId;
import java.util.List;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.timeline.IsoWeek;
import org.feierabend.timeline.PersonFacts;

/** An employer to be created, with its units and people. */
public record NewEmployer(
    EmployerId id,
    String name,
    ZoneId zone,
    String municipality,
    Employer.ClockKind clock,
    IsoWeek firstWeek,
    boolean synthetic,
    String policy,
    List<Unit> units,
    List<NewPerson> people) {
  public record NewPerson(PersonId id, UnitId unit, Addresses addresses, PersonFacts facts) {
    public NewPerson(PersonId id, UnitId unit, PersonFacts facts) {
      this(id, unit, Addresses.NONE, facts);
    }
  }
}
