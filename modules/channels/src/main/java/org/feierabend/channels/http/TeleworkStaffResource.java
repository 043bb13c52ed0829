package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
    return answer(view(employer, PersonOf.path(directory, employer, id)));
  }

  /** {@code {"residence": "AT", "weekly": "PT19H30M"}}; what is left out is as nobody said it. */
  @PUT
  @Path("{person}")
  @Consumes("application/json")
  public Response keep(@PathParam("person") String id, InputStream body) throws IOException {
    Employer employer = employer();
    Person person = PersonOf.path(directory, employer, id);
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("residence", "weekly"));
    Optional<String> state =
        document.optional("residence").map(said -> TermsReader.residence(document, said));
    try {
      residents.keep(
          employer,
          person.no(),
          new Resident(state, document.parsed("weekly", Duration::parse, "PT19H30M")));
    } catch (IllegalArgumentException wrong) {
      throw document.expected("weekly", "PT19H30M");
    }
    return answer(view(employer, person));
  }

  private TeleworkViews.ResidentView view(Employer employer, Person person) {
    Resident said = residents.of(employer, person.no());
    return new TeleworkViews.ResidentView(
        person.id().value(),
        said.state().orElse(null),
        said.weekly().map(Duration::toString).orElse(null));
  }

  private Employer employer() {
    return new EmployerScope(caller, directory).own();
  }

  private static Response answer(View view) {
    return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
  }
}
