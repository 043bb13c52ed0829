package org.feierabend.server.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.BadValue;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;

/** Accounts and tokens name employers and people that exist. */
@ApplicationScoped
public class Belonging {
  @Inject Directory directory;

  void require(Optional<EmployerId> id, Optional<PersonId> person) {
    if (id.isEmpty()) return;
    Employer employer =
        directory.employer(id.get()).orElseThrow(() -> noEmployer(id.get().value()));
    if (person.isPresent() && directory.person(employer, person.get()).isEmpty())
      throw new BadValue(
          "Der Arbeitgeber „%s“ hat keine solche Person.".formatted(id.get()),
          "The employer '%s' has no such person.".formatted(id.get()));
  }

  /** Whose form no id has, nobody is. */
  static EmployerId employer(String id) {
    try {
      return new EmployerId(id);
    } catch (IllegalArgumentException form) {
      throw noEmployer(id);
    }
  }

  static PersonId person(String id) {
    try {
      return new PersonId(id);
    } catch (IllegalArgumentException form) {
      throw new BadValue(
          "Eine Kennung hat 1 bis 128 Zeichen, hier sind es %d.".formatted(id.length()),
          "A person's id has 1 to 128 characters, but got %d.".formatted(id.length()));
    }
  }

  private static BadValue noEmployer(String id) {
    return new BadValue(
        "Den Arbeitgeber „%s“ gibt es nicht; bitte zuerst anlegen (POST /api/v1/employers)."
            .formatted(id),
        "There is no employer '%s'; create it first (POST /api/v1/employers).".formatted(id));
  }
}
