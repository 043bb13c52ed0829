package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Set;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.telework.TeleworkDays;
import org.feierabend.telework.TeleworkDesk;

/** Days the rules could not decide, or that a person put to HR beyond the agreement. */
@Path("telework/requests")
@ApplicationScoped
@RolesAllowed("hr")
@Produces("application/json")
public class TeleworkRequestsResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject TeleworkDesk desk;
  @Inject TeleworkDays days;
  @Inject MyTelework telework;

  /** By date, each with the rules that could not grant it. */
  @GET
  public Response requests() {
    Employer employer = employer();
    String edition = telework.edition(employer);
    return Response.ok(
            new TeleworkViews.Requests(
                days.asked(employer).stream()
                    .flatMap(
                        p ->
                            directory.person(employer, p.person()).stream()
                                .map(
                                    person ->
                                        TeleworkViews.Request.of(
                                            p,
                                            person.id(),
                                            desk.why(employer, person, p),
                                            edition)))
                    .toList()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  /** {@code {"granted": true}}. */
  @POST
  @Path("{person}/{date}/answer")
  @Idempotent
  @Consumes("application/json")
  public Response decide(
      @PathParam("person") String id, @PathParam("date") String date, InputStream body)
      throws IOException {
    Employer employer = employer();
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("granted"));
    if (!document.node().has("granted")) throw document.missing("granted");
    LocalDate on = MyTeleworkResource.date(date);
    if (!desk.answer(
        employer, PersonOf.path(directory, employer, id), on, document.flag("granted")))
      throw MyTeleworkResource.noDay(date);
    return Response.noContent().build();
  }

  private Employer employer() {
    return new EmployerScope(caller, directory).own();
  }
}
