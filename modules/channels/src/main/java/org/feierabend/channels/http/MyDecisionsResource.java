package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.feierabend.intake.Explanations;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;

/**
 * My own decisions of the open week, each with its why; nobody else reads them, and nothing older
 * exists.
 */
@Path("me/decisions")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class MyDecisionsResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Explanations explanations;

  @GET
  public Response get(@Context HttpHeaders headers) {
    Employer employer = scope().own();
    return shown(employer, scope().self(employer), headers);
  }

  /** Erases what there is; more is kept unless that is turned off. */
  @DELETE
  public Response delete() {
    Employer employer = scope().own();
    explanations.erase(employer, scope().self(employer));
    return Response.noContent().build();
  }

  /** {@code {"kept": false}} erases what there is and keeps nothing more. */
  @PUT
  @Consumes("application/json")
  public Response put(@Context HttpHeaders headers, InputStream body) throws IOException {
    Employer employer = scope().own();
    Person person = scope().self(employer);
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("kept"));
    if (!document.node().path("kept").isBoolean()) throw document.expected("kept", "false");
    explanations.want(employer, person, document.flag("kept"));
    return shown(employer, person, headers);
  }

  private Response shown(Employer employer, Person person, HttpHeaders headers) {
    return Response.ok(
            WhyCardView.of(
                explanations.of(employer, person),
                explanations.wanted(employer, person),
                Languages.of(headers),
                Zones.of(person, employer)))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  private EmployerScope scope() {
    return new EmployerScope(caller, directory);
  }
}
