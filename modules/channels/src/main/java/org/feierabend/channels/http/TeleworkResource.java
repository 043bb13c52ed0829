package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Unfit;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Role;
import org.feierabend.people.UnitId;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Arrangement.State;
import org.feierabend.telework.Arrangements;
import org.feierabend.telework.TeleworkAgreement.Workplace;
import org.feierabend.telework.TeleworkDays;
import org.feierabend.telework.TeleworkDesk;

/** Telework agreements as HR and the works council keep them, and the days HR must look at. */
@Path("telework")
@ApplicationScoped
@RolesAllowed("hr")
@Produces("application/json")
public class TeleworkResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject TeleworkDesk desk;
  @Inject TeleworkDays days;
  @Inject Arrangements arrangements;
  @Inject EmployerTime time;

  /** HR sees all, the works council those of units. */
  @GET
  @Path("agreements")
  @RolesAllowed({"hr", "council"})
  public Response all() {
    AgreementDoor door = door();
    List<TeleworkViews.Agreement> seen =
        arrangements.all(door.employer()).stream()
            .filter(a -> side() == Role.HR || a.whom() instanceof Arrangement.All)
            .filter(a -> side() == Role.HR || a.state() != State.DRAFT)
            .map(door::view)
            .toList();
    return answer(new TeleworkViews.Agreements(seen));
  }

  /** Model terms to begin with. */
  @GET
  @Path("template")
  @RolesAllowed({"hr", "council", "employee"})
  public View template() {
    AgreementDoor door = door();
    return new Template(TeleworkViews.Terms.of(desk.model(door.employer(), door.today())));
  }

  record Template(TeleworkViews.Terms terms) implements View {}

  /** {@code person} or {@code unit}, and terms; {@code "draft": true} keeps it with HR. */
  @POST
  @Path("agreements")
  @Consumes("application/json")
  public Response propose(@HeaderParam("Idempotency-Key") String key, InputStream body)
      throws IOException {
    AgreementDoor door = door();
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    Set<String> known = new HashSet<>(TermsReader.TERMS);
    known.addAll(Set.of("person", "unit", "draft"));
    document.only(known);
    return door.answer(
        door.added(
            Versions.newId(door.employer(), caller, key),
            whom(document, door.employer()),
            document.flag("draft") ? State.DRAFT : State.PROPOSED,
            Role.HR,
            document));
  }

  private Arrangement.Whom whom(Fields document, Employer employer) {
    Optional<String> person = document.optional("person");
    Optional<String> unit = document.optional("unit");
    if (person.isPresent() == unit.isPresent())
      throw Trouble.field(
          "/person",
          "Eine Vereinbarung nennt entweder „person“ oder „unit“.",
          "An agreement names either \"person\" or \"unit\".");
    if (person.isPresent()) return new Arrangement.One(person(employer, person.get()).no());
    return directory.units(employer).stream()
        .map(u -> u.id())
        .filter(u -> u.value().equals(unit.get()))
        .findFirst()
        .<Arrangement.Whom>map((UnitId u) -> new Arrangement.All(u))
        .orElseThrow(
            () -> Trouble.field("/unit", "Diese Einheit gibt es nicht.", "There is no such unit."));
  }

  private Person person(Employer employer, String id) {
    Optional<Person> person;
    try {
      person = directory.person(employer, new PersonId(id));
    } catch (IllegalArgumentException noId) {
      person = Optional.empty();
    }
    return person.orElseThrow(
        () -> Trouble.field("/person", "Diese Person gibt es nicht.", "There is no such person."));
  }

  /** {@code proposal}, {@code agreement}, {@code refusal} or {@code revocation}. */
  @POST
  @Path("agreements/{id}/{word}")
  @RolesAllowed({"hr", "council"})
  public Response say(
      @PathParam("id") String id,
      @PathParam("word") String word,
      @HeaderParam(HttpHeaders.IF_MATCH) String read,
      InputStream body)
      throws IOException {
    AgreementDoor door = door();
    Arrangement found = door.found(id, Optional.empty(), side());
    if (word.equals("proposal") && side() != Role.HR) throw Trouble.of(403);
    return door.answer(door.said(found, word, side(), read, body));
  }

  /** {@code {"equipped": true, "risk_assessed": true}}: what must be done before the first day. */
  @PUT
  @Path("agreements/{id}/workplace")
  @Consumes("application/json")
  public Response furnish(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String read, InputStream body)
      throws IOException {
    AgreementDoor door = door();
    Arrangement found = door.found(id, Optional.empty(), Role.HR);
    Versions.requireRead(found.version(), read);
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("equipped", "risk_assessed"));
    try {
      return door.answer(
          door.stored(
              found.furnished(
                  new Workplace(document.flag("equipped"), document.flag("risk_assessed")),
                  door.now())));
    } catch (Unfit unfit) {
      throw Trouble.of(409, unfit.why().de(), unfit.why().en());
    }
  }

  /** Days the rules could not decide. */
  @GET
  @Path("requests")
  public Response requests() {
    Employer employer = scope().own();
    return answer(
        new TeleworkViews.Requests(
            days.asked(employer).stream()
                .flatMap(
                    p ->
                        directory.person(employer, p.person()).stream()
                            .map(person -> TeleworkViews.Request.of(p, person.id())))
                .toList()));
  }

  /** {@code {"granted": true}}. */
  @POST
  @Path("requests/{person}/{date}/answer")
  @Consumes("application/json")
  public Response decide(
      @PathParam("person") String id, @PathParam("date") String date, InputStream body)
      throws IOException {
    Employer employer = scope().own();
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("granted"));
    if (!document.node().has("granted")) throw document.missing("granted");
    LocalDate on = MyTeleworkResource.date(date);
    if (!desk.answer(employer, person(employer, id), on, document.flag("granted")))
      throw MyTeleworkResource.noDay(date);
    return Response.noContent().build();
  }

  private Role side() {
    return caller.is(Role.HR) ? Role.HR : Role.COUNCIL;
  }

  private AgreementDoor door() {
    Employer employer = scope().own();
    return new AgreementDoor(
        employer,
        directory,
        arrangements,
        desk,
        time.now(employer),
        time.now(employer).atZone(employer.zone()).toLocalDate());
  }

  private EmployerScope scope() {
    return new EmployerScope(caller, directory);
  }

  private static Response answer(View view) {
    return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
  }
}
