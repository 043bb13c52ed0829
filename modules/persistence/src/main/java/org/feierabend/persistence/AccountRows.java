package org.feierabend.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Language;
import org.feierabend.people.Account;
import org.feierabend.people.Role;

/** How accounts and roles are written in rows. */
final class AccountRows {
  private AccountRows() {}

  static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("user_name"),
        employer(row),
        Optional.ofNullable(row.getString("person")).map(PersonId::new),
        roles(row.getString("roles")),
        Language.valueOf(row.getString("language")));
  }

  static Optional<EmployerId> employer(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("employer")).map(EmployerId::new);
  }

  static Set<Role> roles(String words) {
    return Arrays.stream(words.split(" ")).map(Role::byKey).collect(Collectors.toUnmodifiableSet());
  }

  static String words(Set<Role> roles) {
    return roles.stream().map(Role::key).sorted().collect(Collectors.joining(" "));
  }
}
