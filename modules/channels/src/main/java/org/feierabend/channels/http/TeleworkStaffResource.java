package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.telework.Crossings;
import org.feierabend.telework.Resident;
import org.feierabend.telework.Residents;
import org.feierabend.telework.TeleworkDesk;

/** Homes in another state and contract weeks, as HR must know them; nobody else but the person. */
@Path("telework/people")
@ApplicationScoped
@RolesAllowed("hr")
@Produces("application/json")
public class TeleworkStaffResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject TeleworkDesk desk;
  @Inject Crossings crossings;
  @Inject Residents residents;
  @Inject MyTelework telework;

  /** Everybody whose home lies in another state: the share planned, and what it means. */
  @GET
  @Path("abroad")
  public Response abroad() {
    Employer employer = employer();
    LocalDate today = telework.today(employer);
    List<AbroadView> people =
        crossings.all(employer, today).stream()
            .map(
                o ->
                    AbroadView.of(
                        o.person().id().value(),
                        o.crossing(),
                        desk.law(employer, o.person(), today),
                        telework.edition(employer)))
            .toList();
    return answer(new TeleworkViews.AbroadAll(people));
  }

  @GET
  @Path("{person}")
  public Response one(@PathParam("person") String id) {
    Employer employer = employer();
    Person person = PersonOf.path(directory, employer, id);
    return ResidentView.answer(person, residents.of(employer, person.no()));
  }

  /** {@code {"residence": "AT", "weekly": "PT19H30M"}}; what is left out is as nobody said it. */
  @PUT
  @Path("{person}")
  @Consumes("application/json")
  public Response keep(
      @PathParam("person") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String read,
      InputStream body)
      throws IOException {
    Employer employer = employer();
    Person person = PersonOf.path(directory, employer, id);
    Resident before = residents.of(employer, person.no());
    Versions.requireRead(before.version(), read);
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("residence", "weekly"));
    Optional<String> state =
        document.optional("residence").map(said -> TermsReader.residence(document, said));
    Optional<Duration> week =
        TermsReader.week(
            document, desk.law(employer, person, telework.today(employer)), "PT19H30M");
    Resident next;
    try {
      next = before.next(state, week);
    } catch (IllegalArgumentException wrong) {
      throw document.expected("weekly", "PT19H30M");
    }
    if (!residents.keep(employer, person.no(), next)) throw Versions.changed();
    return ResidentView.answer(person, next);
  }

  private Employer employer() {
    return new EmployerScope(caller, directory).own();
  }

  private static Response answer(View view) {
    return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
  }
}
