package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts;

/**
 * What holds beside my windows: days off, weeks that take turns, protected work, journeys, absences
 * and who stands in. The document is replaced whole, so nothing is changed unseen.
 */
@Path("me/times")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class MyTimesResource {
  @Inject Caller caller;
  @Inject Directory directory;

  @GET
  public Response get() {
    Employer employer = scope().own();
    return shown(employer, scope().self(employer));
  }

  @PUT
  @Consumes("application/json")
  public Response put(@Context HttpHeaders headers, InputStream body) throws IOException {
    Employer employer = scope().own();
    Person person = scope().self(employer);
    long version = OwnVersion.read(headers);
    PersonFacts changed =
        new TimesReader(employer, person, directory)
            .changed(new Fields(Body.object(body, Body.SMALL), ""));
    if (!directory.replaceFacts(employer, person.id(), changed, version))
      throw OwnVersion.outdated();
    return shown(employer, scope().self(employer));
  }

  private Response shown(Employer employer, Person person) {
    return Response.ok(TimesView.of(person, Zones.of(person, employer)))
        .header(HttpHeaders.ETAG, OwnVersion.tag(directory.version(employer, person.id())))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  private EmployerScope scope() {
    return new EmployerScope(caller, directory);
  }
}
