package org.feierabend.people;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.BadValue;

/**
 * What is known of a machine's bearer token; its secret is shown once and never stored.
 *
 * @param id names the token in lists and when it is revoked
 * @param label what it is for, such as {@code mail server}
 */
public record Token(
    String id,
    String label,
    Optional<EmployerId> employer,
    Set<Role> roles,
    Instant created,
    Optional<Instant> expires) {
  public Token {
    roles = Set.copyOf(roles);
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(expires, "expires");
    if (label == null || label.isBlank() || label.length() > 100)
      throw new BadValue(
          "Die Bezeichnung eines Tokens hat 1 bis 100 Zeichen, hier steht „%s“.".formatted(label),
          "A token's label has 1 to 100 characters, but got '%s'.".formatted(label));
    Account.requireFitting(roles, employer);
    if (roles.contains(Role.EMPLOYEE))
      throw new BadValue(
          "Ein Token ist für Maschinen: Die Rolle employee braucht einen Zugang.",
          "A token is for machines: the role employee needs a log-in.");
  }
}
