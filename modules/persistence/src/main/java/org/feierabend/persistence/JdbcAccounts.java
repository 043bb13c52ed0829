package org.feierabend.persistence;

import java.util.List;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Account;
import org.feierabend.people.Accounts;

/** Accounts in the table {@code account}. */
public final class JdbcAccounts implements Accounts {
  private final Statements sql;

  public JdbcAccounts(Database database) {
    sql = new Statements(database);
  }

  @Override
  public boolean create(Account account, String passwordHash) {
    int rows =
        sql.update(
            "INSERT INTO account (user_name, employer, person, roles, language, password_hash)"
                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (user_name) DO NOTHING",
            account.user(),
            account.employer().map(EmployerId::value).orElse(null),
            account.person().map(PersonId::value).orElse(null),
            AccountRows.words(account.roles()),
            account.language().name(),
            passwordHash);
    return rows == 1;
  }

  @Override
  public Optional<Account> find(String user) {
    return sql
        .list("SELECT * FROM account WHERE user_name = ?", AccountRows::account, user)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<String> passwordHash(String user) {
    return sql
        .list(
            "SELECT password_hash FROM account WHERE user_name = ?", row -> row.getString(1), user)
        .stream()
        .findFirst();
  }

  @Override
  public List<Account> all() {
    return sql.list("SELECT * FROM account ORDER BY user_name", AccountRows::account);
  }

  @Override
  public boolean delete(String user) {
    return sql.update("DELETE FROM account WHERE user_name = ?", user) == 1;
  }
}
