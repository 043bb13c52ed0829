package org.feierabend.channels.http;

import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Role;

/** Whose rows a request may see: the account's employer; the operator alone may name one. */
public final class EmployerScope {
  private final Caller caller;
  private final Directory directory;

  public EmployerScope(Caller caller, Directory directory) {
    this.caller = caller;
    this.directory = directory;
  }

  public Employer own() {
    EmployerId id = caller.employer().orElseThrow(EmployerScope::none);
    return directory.employer(id).orElseThrow(EmployerScope::none);
  }

  /**
   * @param named the query parameter; heard from the operator, ignored from everybody else
   */
  Employer named(String named) {
    if (!caller.is(Role.OPERATOR)) return own();
    if (named == null || named.isBlank())
      throw Trouble.field(
          "?employer",
          "Welcher Arbeitgeber? Bitte mit ?employer= nennen.",
          "Which employer? Please name it with ?employer=.");
    return byId(named);
  }

  Employer byId(String text) {
    try {
      return directory.employer(new EmployerId(text)).orElseThrow(EmployerScope::none);
    } catch (IllegalArgumentException noId) {
      throw none();
    }
  }

  /** The person the log-in belongs to. */
  Person self(Employer employer) {
    Optional<Person> person = caller.person().flatMap(id -> directory.person(employer, id));
    return person.orElseThrow(
        () ->
            Trouble.of(
                404,
                "Zu diesem Konto gibt es im Verzeichnis keine Person.",
                "The directory has no person for this account."));
  }

  private static Trouble none() {
    return Trouble.of(404, "Diesen Arbeitgeber gibt es nicht.", "There is no such employer.");
  }
}
