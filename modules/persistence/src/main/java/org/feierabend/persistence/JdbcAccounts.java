package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Account;
import org.feierabend.people.Accounts;
import org.feierabend.people.ApartRoles;

/** Accounts in the table {@code account}. */
public final class JdbcAccounts implements Accounts {
  private static final String ALL = "SELECT * FROM account ORDER BY user_name";

  private final Database database;
  private final Statements sql;

  public JdbcAccounts(Database database) {
    this.database = database;
    sql = new Statements(database);
  }

  @Override
  public boolean create(Account account, String passwordHash) {
    return database.transaction(c -> created(c, account, passwordHash));
  }

  /** Nobody else makes one meanwhile: of two log-ins of one person each would see none. */
  private static boolean created(Connection c, Account account, String passwordHash)
      throws SQLException {
    Sql.update(c, "LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE");
    ApartRoles.require(account, Sql.query(c, ALL, AccountRows::account));
    int rows =
        Sql.update(
            c,
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
    return sql.list(ALL, AccountRows::account);
  }

  @Override
  public boolean delete(String user) {
    return sql.update("DELETE FROM account WHERE user_name = ?", user) == 1;
  }
}
