package org.feierabend.channels.http;

import java.util.Optional;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;

/** The person a request names. */
final class PersonOf {
  private PersonOf() {}

  /** Named in the address: 404 where there is none. */
  static Person path(Directory directory, Employer employer, String id) {
    return find(directory, employer, id)
        .orElseThrow(
            () -> Trouble.of(404, "Diese Person gibt es nicht.", "There is no such person."));
  }

  /** Named in a field: 400 where there is none. */
  static Person field(Directory directory, Employer employer, String field, String id) {
    return find(directory, employer, id)
        .orElseThrow(
            () -> Trouble.field(field, "Diese Person gibt es nicht.", "There is no such person."));
  }

  private static Optional<Person> find(Directory directory, Employer employer, String id) {
    try {
      return directory.person(employer, new PersonId(id));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
