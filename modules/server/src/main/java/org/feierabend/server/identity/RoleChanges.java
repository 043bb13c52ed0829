package org.feierabend.server.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Detail;
import org.feierabend.audit.Who;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Role;

/** Who got or lost which roles, by account or token, in the audit log: roles alone, no names. */
@ApplicationScoped
public class RoleChanges {
  @Inject AuditLog audit;
  @Inject Clock clock;

  /**
   * Makes the operator's change and writes it down, both or neither; what changed nothing is not.
   *
   * @param employer whose log; empty: a change that concerns all, such as a further operator
   */
  public boolean noted(
      BooleanSupplier change, AuditEvent what, Optional<EmployerId> employer, Set<Role> roles) {
    String words = roles.stream().map(Role::key).sorted().collect(Collectors.joining(" "));
    AuditEntry entry =
        new AuditEntry(
            employer, what, Who.of(Role.OPERATOR), clock.instant(), Map.of(Detail.ROLES, words));
    return audit.noted(change, entry);
  }
}
