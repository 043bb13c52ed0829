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
        directory
            .employer(id.get())
            .orElseThrow(
                () ->
                    new BadValue(
                        "Den Arbeitgeber „%s“ gibt es nicht; bitte zuerst anlegen (POST /api/v1/employers)."
                            .formatted(id.get()),
                        "There is no employer '%s'; create it first (POST /api/v1/employers)."
                            .formatted(id.get())));
    if (person.isPresent() && directory.person(employer, person.get()).isEmpty())
      throw new BadValue(
          "Der Arbeitgeber „%s“ hat keine solche Person.".formatted(id.get()),
          "The employer '%s' has no such person.".formatted(id.get()));
  }
}
