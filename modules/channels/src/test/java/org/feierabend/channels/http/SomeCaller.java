package org.feierabend.channels.http;

import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Role;

record SomeCaller(
    boolean known,
    String user,
    Set<Role> roles,
    Optional<EmployerId> employer,
    Optional<PersonId> person)
    implements Caller {

  static SomeCaller machine(Role role) {
    return new SomeCaller(
        true, "token", Set.of(role), Optional.of(Town.EMPLOYER.id()), Optional.empty());
  }

  static SomeCaller employee(String person) {
    return new SomeCaller(
        true,
        person,
        Set.of(Role.EMPLOYEE),
        Optional.of(Town.EMPLOYER.id()),
        Optional.of(new PersonId(person)));
  }

  static SomeCaller manager(String person) {
    return new SomeCaller(
        true,
        person,
        Set.of(Role.EMPLOYEE, Role.MANAGER),
        Optional.of(Town.EMPLOYER.id()),
        Optional.of(new PersonId(person)));
  }

  static SomeCaller nobody() {
    return new SomeCaller(false, "", Set.of(), Optional.empty(), Optional.empty());
  }

  static SomeCaller operator() {
    return new SomeCaller(
        true, "operator", Set.of(Role.OPERATOR), Optional.empty(), Optional.empty());
  }
}
