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
    return own().shown();
  }

  @PUT
  @Consumes("application/json")
  public Response put(@Context HttpHeaders headers, InputStream body) throws IOException {
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    return own()
        .replaced(
            headers,
            (employer, person) -> new TimesReader(employer, person, directory).changed(document));
  }

  private OwnFacts own() {
    return new OwnFacts(
        caller, directory, (employer, person) -> TimesView.of(person, Zones.of(person, employer)));
  }
}
