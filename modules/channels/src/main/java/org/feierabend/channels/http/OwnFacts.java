package org.feierabend.channels.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts;

/**
 * What a person sets for themselves: shown with its version, and replaced whole by who has read it.
 *
 * @param view what of it is shown
 */
record OwnFacts(
    Caller caller, Directory directory, BiFunction<Employer, Person, ? extends View> view) {
  Response shown() {
    Employer employer = scope().own();
    return shown(employer, scope().self(employer));
  }

  /**
   * @param change the facts afterwards; what it throws changes nothing
   */
  Response replaced(HttpHeaders headers, BiFunction<Employer, Person, PersonFacts> change) {
    Employer employer = scope().own();
    long version =
        OwnVersion.read(headers, directory.version(employer, scope().self(employer).id()));
    Person person = scope().self(employer);
    PersonFacts changed = change.apply(employer, person);
    if (!directory.replaceFacts(employer, person.id(), changed, version))
      throw OwnVersion.outdated();
    return shown(employer, scope().self(employer));
  }

  private Response shown(Employer employer, Person person) {
    return Response.ok(view.apply(employer, person))
        .header(HttpHeaders.ETAG, OwnVersion.tag(directory.version(employer, person.id())))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  private EmployerScope scope() {
    return new EmployerScope(caller, directory);
  }
}
