package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.feierabend.alert.Inbox;
import org.feierabend.book.Books;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.Reorganising;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Role;

/**
 * What HR, a unit's managers and whoever stands in for one are told of a trend, in their own hours.
 * Never about a person.
 */
@Path("me/alerts")
@ApplicationScoped
@RolesAllowed({"hr", "manager", "employee"})
@Produces("application/json")
public class MyAlertsResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Inbox inbox;
  @Inject Books books;
  @Inject Reorganising reorganising;
  @Inject EmployerTime time;

  @GET
  public Response alerts() {
    Employer employer = employer();
    Inbox.Reader reader = reader(employer);
    ZoneId zone = reader.person().map(p -> Zones.of(p, employer)).orElse(employer.zone());
    return Response.ok(
            AlertsView.of(
                inbox.of(employer, reader, time.now(employer)),
                directory.units(employer),
                books.book(),
                zone,
                reader.hr() ? notices(employer) : List.of()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  /** Taken note of, for one's side; who did is not kept. */
  @POST
  @Path("{id}/acknowledgement")
  public Response acknowledge(@PathParam("id") String text) {
    Employer employer = employer();
    if (!text.matches("\\d{1,18}")
        || !inbox.acknowledge(employer, reader(employer), Long.parseLong(text), time.now(employer)))
      throw Trouble.of(
          404,
          "Diesen Hinweis gibt es für Sie jetzt nicht (mehr).",
          "There is no such alert for you now (any more).");
    return Response.noContent().build();
  }

  /** A reorganisation its quarter came for and that was not carried out, until it is withdrawn. */
  private List<Sentence> notices(Employer employer) {
    return reorganising.all(employer).stream()
        .filter(p -> p.refused().isPresent())
        .map(
            p ->
                new Sentence(
                    "Die Neuordnung für %s passte zum Quartalsbeginn nicht mehr zum Verzeichnis und wurde nicht ausgeführt; die Auswertungsgruppen sind nach dem Verzeichnis gebildet, wie es steht. Unter „Neuordnung“ steht, was nicht passt; dort zurücknehmen und für ein späteres Quartal neu vorschlagen."
                        .formatted(p.quarter()),
                    "The reorganisation of %s fitted the directory no more when its quarter came, and was not carried out; blocks are cut from the directory as it stands. 'Reorganisation' says what does not fit; withdraw it there and propose it anew for a later quarter."
                        .formatted(p.quarter())))
        .toList();
  }

  private Employer employer() {
    return new EmployerScope(caller, directory).own();
  }

  private Inbox.Reader reader(Employer employer) {
    Optional<Person> person = caller.person().flatMap(id -> directory.person(employer, id));
    return new Inbox.Reader(caller.is(Role.HR), caller.is(Role.MANAGER), person);
  }
}
