package org.feierabend.server;

import java.util.List;
import java.util.Optional;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Sender;
import org.feierabend.intake.EmergencyReview;
import org.feierabend.people.Accounts;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;

/** How many hold a sender's role: colleagues are all people, the others by their log-ins. */
record RoleAccounts(Directory directory, Accounts accounts) implements EmergencyReview.RoleHolders {
  @Override
  public Optional<Integer> count(Employer employer, Sender sender) {
    return switch (sender) {
      case COLLEAGUE, SELF -> Optional.of(directory.people(employer).size());
      case MANAGER -> Optional.of(holding(Role.MANAGER, employer));
      case COUNCIL -> Optional.of(holding(Role.COUNCIL, employer));
      case CITIZEN, SYSTEM -> Optional.empty();
    };
  }

  /** The people managers' log-ins name. */
  List<PersonId> managers(Employer employer) {
    return accounts.all().stream()
        .filter(a -> a.roles().contains(Role.MANAGER))
        .filter(a -> a.employer().equals(Optional.of(employer.id())))
        .flatMap(a -> a.person().stream())
        .toList();
  }

  private int holding(Role role, Employer employer) {
    return (int)
        accounts.all().stream()
            .filter(
                a -> a.roles().contains(role) && a.employer().equals(Optional.of(employer.id())))
            .count();
  }
}
