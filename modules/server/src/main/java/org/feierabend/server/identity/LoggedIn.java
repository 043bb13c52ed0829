package org.feierabend.server.identity;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Language;
import org.feierabend.people.Account;
import org.feierabend.people.Role;
import org.feierabend.people.Secret;
import org.feierabend.people.Token;

/**
 * Who is calling.
 *
 * @param name user name, or the token's id
 * @param language the account's; empty for machines
 * @param csrf what a state-changing request must carry; empty without a browser session
 */
public record LoggedIn(
    String name,
    Optional<EmployerId> employer,
    Optional<PersonId> person,
    Set<Role> roles,
    Optional<Language> language,
    Optional<String> csrf)
    implements Principal {
  /** Name of the request attribute that holds it. */
  static final String ATTRIBUTE = LoggedIn.class.getName();

  static LoggedIn session(Account account, String id) {
    return new LoggedIn(
        account.user(),
        account.employer(),
        account.person(),
        account.roles(),
        Optional.of(account.language()),
        Optional.of(Secret.csrf(id)));
  }

  static LoggedIn machine(Token token) {
    return new LoggedIn(
        "token:" + token.id(),
        token.employer(),
        Optional.empty(),
        token.roles(),
        Optional.empty(),
        Optional.empty());
  }

  static LoggedIn operator() {
    return new LoggedIn(
        "operator",
        Optional.empty(),
        Optional.empty(),
        Set.of(Role.OPERATOR),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String toString() {
    return "LoggedIn" + roles; // no name: it may be a person's
  }
}
