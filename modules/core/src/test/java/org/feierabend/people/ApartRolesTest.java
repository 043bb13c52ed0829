package org.feierabend.people;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Language;
import org.junit.jupiter.api.Test;

/** Two signatures are those of two people. */
class ApartRolesTest {
  private static final Optional<EmployerId> CITY = Optional.of(new EmployerId("city"));
  private static final Optional<EmployerId> VILLAGE = Optional.of(new EmployerId("village"));

  private static Account account(
      String user, Optional<EmployerId> employer, Optional<String> person, Role... roles) {
    return new Account(user, employer, person.map(PersonId::new), Set.of(roles), Language.DE);
  }

  @Test
  void no_log_in_and_no_token_signs_for_both_sides() {
    String why =
        assertThrows(
                BadValue.class,
                () -> account("maria", CITY, Optional.empty(), Role.HR, Role.COUNCIL))
            .getMessage();
    assertTrue(why.contains("hr and council") && why.contains("two log-ins"), why);
    assertThrows(
        BadValue.class,
        () ->
            new Token(
                "1", "both", CITY, Set.of(Role.COUNCIL, Role.HR), Instant.EPOCH, Optional.empty()));
    account("maria", CITY, Optional.empty(), Role.HR, Role.MANAGER);
  }

  @Test
  void nobody_has_a_log_in_on_either_side() {
    Optional<String> maria = Optional.of("p-12");
    List<Account> known = List.of(account("maria.hr", CITY, maria, Role.EMPLOYEE, Role.HR));
    Account council = account("maria.br", CITY, maria, Role.EMPLOYEE, Role.COUNCIL);
    String why =
        assertThrows(BadValue.class, () -> ApartRoles.require(council, known)).getMessage();
    assertTrue(why.contains("'maria.hr'"), why);
    ApartRoles.require(account("maria", CITY, maria, Role.EMPLOYEE), known);
    ApartRoles.require(
        account("paul", CITY, Optional.of("p-13"), Role.EMPLOYEE, Role.COUNCIL), known);
    ApartRoles.require(account("p", VILLAGE, maria, Role.EMPLOYEE, Role.COUNCIL), known);
  }
}
