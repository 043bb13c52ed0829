package org.feierabend.channels.http;

import java.time.ZoneId;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;

/** In which zone a person reads instants. */
final class Zones {
  private Zones() {}

  /** The home zone; the employer's where the declared one is unknown. */
  static ZoneId of(Person person, Employer employer) {
    return person.zone(employer);
  }
}
