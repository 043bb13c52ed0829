package org.feierabend.people;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Language;

/**
 * Somebody who logs in.
 *
 * @param user log-in name, lower case
 * @param employer whose rows the account sees; empty for the operator alone
 * @param person who the account is, for the role employee; optional for a manager
 */
public record Account(
    String user,
    Optional<EmployerId> employer,
    Optional<PersonId> person,
    Set<Role> roles,
    Language language) {
  private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,79}");

  public Account {
    roles = Set.copyOf(roles);
    Objects.requireNonNull(language, "language");
    if (user == null || !USER.matcher(user).matches())
      throw new IllegalArgumentException(
          "A user name has 1 to 80 characters of a-z, 0-9, '.', '_', '@', '-', but got '%s'."
              .formatted(user));
    requireFitting(roles, employer);
    boolean employee = roles.contains(Role.EMPLOYEE);
    if (employee && person.isEmpty())
      throw new IllegalArgumentException(
          "An account with the role employee names its person, but '%s' does not.".formatted(user));
    if (person.isPresent() && !employee && !roles.contains(Role.MANAGER))
      throw new IllegalArgumentException(
          "Only an employee's or a manager's account names a person, but '%s' has %s."
              .formatted(user, roles));
  }

  /** The operator stands beside the employers, everybody else belongs to exactly one. */
  static void requireFitting(Set<Role> roles, Optional<EmployerId> employer) {
    if (roles.isEmpty())
      throw new IllegalArgumentException("At least one role is needed, but got none.");
    if (roles.contains(Role.OPERATOR) && (roles.size() > 1 || employer.isPresent()))
      throw new IllegalArgumentException(
          "An operator has no other role and no employer, but got %s at '%s'."
              .formatted(roles, employer.map(EmployerId::value).orElse("")));
    if (!roles.contains(Role.OPERATOR) && employer.isEmpty())
      throw new IllegalArgumentException(
          "The roles %s belong to an employer; name it.".formatted(roles));
  }
}
