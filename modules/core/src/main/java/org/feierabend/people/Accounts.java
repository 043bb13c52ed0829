package org.feierabend.people;

import java.util.List;
import java.util.Optional;

/** The local accounts. Every method throws {@code StoreAway} when the database does not answer. */
public interface Accounts {
  /**
   * False when the user name is taken. Who has a log-in on the other side is refused ({@link
   * ApartRoles}), of two in the same instant the slower one.
   */
  boolean create(Account account, String passwordHash);

  Optional<Account> find(String user);

  /** The stored hash of the password, with its algorithm and parameters. */
  Optional<String> passwordHash(String user);

  /** All accounts by user name. */
  List<Account> all();

  /** Deletes the account and ends its sessions; false when there is none. */
  boolean delete(String user);
}
