package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Language;
import org.feierabend.people.Account;
import org.feierabend.people.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Log-ins on real PostgreSQL. */
class AccountsTest {
  private static Database database;
  private static JdbcAccounts accounts;

  @BeforeAll
  static void open() {
    database = Postgres.fresh();
    accounts = new JdbcAccounts(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Account of(String person, Role side) {
    return new Account(
        person + "-" + side.key(),
        Optional.of(new EmployerId("city")),
        Optional.of(new PersonId(person)),
        Set.of(Role.EMPLOYEE, side),
        Language.DE);
  }

  private static boolean made(Account account) {
    try {
      return accounts.create(account, "hash");
    } catch (BadValue onTheOtherSide) {
      return false;
    }
  }

  @Test
  void a_log_in_comes_back_as_it_was_made_and_its_name_is_taken_once() {
    Account ada = of("ada", Role.HR);
    assertTrue(accounts.create(ada, "hash"));
    assertFalse(accounts.create(ada, "other"));
    assertEquals(Optional.of(ada), accounts.find("ada-hr"));
    assertEquals(Optional.of("hash"), accounts.passwordHash("ada-hr"));
    assertThrows(BadValue.class, () -> accounts.create(of("ada", Role.COUNCIL), "hash"));
    assertEquals(Optional.empty(), accounts.find("ada-council"));
  }

  @Test
  void of_two_log_ins_made_in_the_same_instant_no_person_has_one_on_each_side() throws Exception {
    for (int i = 0; i < 20; i++) {
      String person = "both-" + i;
      List<Callable<Boolean>> two =
          List.of(() -> made(of(person, Role.HR)), () -> made(of(person, Role.COUNCIL)));
      assertEquals(1, AtOnce.all(two).stream().filter(b -> b).count(), person);
    }
  }
}
