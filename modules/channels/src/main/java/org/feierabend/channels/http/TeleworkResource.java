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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.audit.AuditLog;
import org.feierabend.decision.BadValue;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.people.UnitId;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Arrangement.State;
import org.feierabend.telework.Arrangements;
import org.feierabend.telework.TeleworkAgreement.Workplace;
import org.feierabend.telework.TeleworkDesk;
import org.feierabend.telework.TeleworkTemplates;

/** Telework agreements as HR and the works council keep them. */
@Path("telework")
@ApplicationScoped
@RolesAllowed("hr")
@Produces("application/json")
public class TeleworkResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject TeleworkDesk desk;
  @Inject TeleworkTemplates templates;
  @Inject Arrangements arrangements;
  @Inject AuditLog audit;
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

  @GET
  @Path("agreements/{id}")
  @RolesAllowed({"hr", "council"})
  public Response one(@PathParam("id") String id) {
    AgreementDoor door = door();
    return door.answer(door.found(id, Optional.empty(), side()));
  }

  /** Other terms of what this side proposed, while the other has not answered. */
  @PUT
  @Path("agreements/{id}")
  @RolesAllowed({"hr", "council"})
  @Consumes("application/json")
  public Response change(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String read, InputStream body)
      throws IOException {
    AgreementDoor door = door();
    Arrangement found = door.found(id, Optional.empty(), side());
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(TermsReader.TERMS);
    return door.answer(door.changed(found, side(), read, document));
  }

  /**
   * {@code person} or {@code unit}, and terms; {@code "draft": true} keeps it with HR. The works
   * council proposes for units.
   */
  @POST
  @Path("agreements")
  @RolesAllowed({"hr", "council"})
  @Consumes("application/json")
  public Response propose(@HeaderParam("Idempotency-Key") String key, InputStream body)
      throws IOException {
    AgreementDoor door = door();
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    Set<String> known = new HashSet<>(TermsReader.TERMS);
    known.addAll(Set.of("person", "unit", "draft"));
    document.only(known);
    if (side() == Role.COUNCIL && (document.node().has("person") || document.flag("draft")))
      throw Trouble.of(403);
    return door.answer(
        door.added(
            Versions.newId(door.employer(), caller, key),
            whom(document, door.employer()),
            document.flag("draft") ? State.DRAFT : State.PROPOSED,
            side(),
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
    if (person.isPresent())
      return new Arrangement.One(PersonOf.field(directory, employer, "/person", person.get()).no());
    return directory.units(employer).stream()
        .map(u -> u.id())
        .filter(u -> u.value().equals(unit.get()))
        .findFirst()
        .<Arrangement.Whom>map((UnitId u) -> new Arrangement.All(u))
        .orElseThrow(
            () -> Trouble.field("/unit", "Diese Einheit gibt es nicht.", "There is no such unit."));
  }

  /**
   * {@code proposal}, {@code agreement}, {@code refusal}, {@code withdrawal}, {@code revocation} or
   * {@code renewal}.
   */
  @POST
  @Path("agreements/{id}/{word}")
  @Idempotent
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

  /**
   * {@code {"done": ["desk", …]}}: the checklist's points that are done; or both results alone,
   * {@code {"equipped": true, "risk_assessed": true}}. Without either no day is granted.
   */
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
    document.only(Set.of("equipped", "risk_assessed", "done"));
    Workplace workplace = workplace(document);
    return door.answer(door.furnished(found, workplace));
  }

  private Workplace workplace(Fields document) {
    if (!document.node().has("done"))
      return new Workplace(document.flag("equipped"), document.flag("risk_assessed"));
    try {
      return templates.checklist().with(Set.copyOf(document.texts("done")));
    } catch (IllegalArgumentException unknown) {
      throw Trouble.field(
          "/done",
          "Diese Punkte hat die Checkliste nicht alle: " + BadValue.told(unknown).de(),
          "Not all of these are points of the checklist: " + BadValue.told(unknown).en());
    }
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
        audit,
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
