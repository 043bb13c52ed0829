package org.feierabend.people;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.BadValue;
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
      throw new BadValue(
          "Ein Benutzername hat 1 bis 80 Zeichen aus a-z, 0-9, „.“, „_“, „@“, „-“, hier steht „%s“."
              .formatted(user),
          "A user name has 1 to 80 characters of a-z, 0-9, '.', '_', '@', '-', but got '%s'."
              .formatted(user));
    requireFitting(roles, employer);
    boolean employee = roles.contains(Role.EMPLOYEE);
    if (employee && person.isEmpty())
      throw new BadValue(
          "Ein Zugang mit der Rolle employee nennt seine Person, „%s“ nicht.".formatted(user),
          "An account with the role employee names its person, but '%s' does not.".formatted(user));
    if (person.isPresent() && !employee && !roles.contains(Role.MANAGER))
      throw new BadValue(
          "Eine Person nennt nur ein Zugang mit der Rolle employee oder manager; „%s“ hat %s."
              .formatted(user, words(roles)),
          "Only an employee's or a manager's account names a person, but '%s' has %s."
              .formatted(user, words(roles)));
  }

  private static String words(Set<Role> roles) {
    return roles.stream().map(Role::key).sorted().collect(Collectors.joining(", "));
  }

  /** The operator stands beside the employers, everybody else belongs to exactly one. */
  static void requireFitting(Set<Role> roles, Optional<EmployerId> employer) {
    if (roles.isEmpty())
      throw new BadValue(
          "Mindestens eine Rolle ist nötig, hier steht keine.",
          "At least one role is needed, but got none.");
    ApartRoles.require(roles);
    if (roles.contains(Role.OPERATOR) && (roles.size() > 1 || employer.isPresent()))
      throw new BadValue(
          "Der Betrieb (operator) hat keine andere Rolle und keinen Arbeitgeber, hier steht %s bei „%s“."
              .formatted(words(roles), employer.map(EmployerId::value).orElse("")),
          "An operator has no other role and no employer, but got %s at '%s'."
              .formatted(words(roles), employer.map(EmployerId::value).orElse("")));
    if (!roles.contains(Role.OPERATOR) && employer.isEmpty())
      throw new BadValue(
          "Die Rollen %s gehören zu einem Arbeitgeber; bitte nennen.".formatted(words(roles)),
          "The roles %s belong to an employer; name it.".formatted(words(roles)));
  }
}
