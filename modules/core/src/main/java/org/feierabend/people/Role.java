package org.feierabend.people;

import java.util.Locale;
import org.feierabend.decision.BadValue;

/** What a log-in or a token may do. Roles are not hierarchical: an operator is no works council. */
public enum Role {
  EMPLOYEE,
  HR,
  COUNCIL,
  MANAGER,
  SOURCE,
  ENFORCER,
  PROVISIONER,
  OPERATOR;

  /** The word on the wire, such as {@code employee}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role byKey(String key) {
    for (Role role : values()) if (role.key().equals(key)) return role;
    throw new BadValue(
        "Die Rolle „%s“ gibt es nicht; die Rollen sind employee, hr, council, manager, source, enforcer, provisioner, operator."
            .formatted(key),
        "There is no role '%s'; the roles are employee, hr, council, manager, source, enforcer, provisioner, operator."
            .formatted(key));
  }
}
