package org.feierabend.channels.http;

import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Role;

/** Who asks, for the length of one request: a log-in or a machine's token. */
public interface Caller {
  /** False for somebody who showed neither a session nor a token; then all else is empty. */
  boolean known();

  /** Log-in name or the token's id; empty text when not known. */
  String user();

  Set<Role> roles();

  /** Whose rows are seen; empty for the operator alone. */
  Optional<EmployerId> employer();

  /** The person the log-in belongs to. */
  Optional<PersonId> person();

  default boolean is(Role role) {
    return roles().contains(role);
  }
}
