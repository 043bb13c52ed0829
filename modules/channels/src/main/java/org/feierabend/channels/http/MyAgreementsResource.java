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
import java.util.Optional;
import org.feierabend.audit.AuditLog;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Role;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Arrangements;
import org.feierabend.telework.TeleworkDesk;

/** The telework agreements of a person, as that person. */
@Path("me/telework/agreements")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class MyAgreementsResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject TeleworkDesk desk;
  @Inject Arrangements arrangements;
  @Inject AuditLog audit;
  @Inject MyTelework telework;
  @Inject EmployerTime time;

  /** Terms I propose; HR answers. */
  @POST
  @Consumes("application/json")
  public Response propose(@HeaderParam("Idempotency-Key") String key, InputStream body)
      throws IOException {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(TermsReader.TERMS);
    AgreementDoor door = door(employer);
    return door.answer(
        door.added(
            Versions.newId(employer, caller, key),
            new Arrangement.One(me.no()),
            Arrangement.State.PROPOSED,
            Role.EMPLOYEE,
            document));
  }

  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    Employer employer = scope().own();
    AgreementDoor door = door(employer);
    return door.answer(door.found(id, Optional.of(scope().self(employer)), Role.EMPLOYEE));
  }

  /** Other terms of what I proposed, while HR has not answered. */
  @PUT
  @Path("{id}")
  @Consumes("application/json")
  public Response change(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String read, InputStream body)
      throws IOException {
    Employer employer = scope().own();
    AgreementDoor door = door(employer);
    Arrangement found = door.found(id, Optional.of(scope().self(employer)), Role.EMPLOYEE);
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(TermsReader.TERMS);
    return door.answer(door.changed(found, Role.EMPLOYEE, read, document));
  }

  /**
   * {@code agreement}, {@code refusal}, {@code withdrawal}, {@code revocation} or {@code renewal}.
   */
  @POST
  @Path("{id}/{word}")
  @Idempotent
  public Response say(
      @PathParam("id") String id,
      @PathParam("word") String word,
      @HeaderParam(HttpHeaders.IF_MATCH) String read,
      InputStream body)
      throws IOException {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    AgreementDoor door = door(employer);
    Arrangement found = door.found(id, Optional.of(me), Role.EMPLOYEE);
    return door.answer(door.said(found, word, Role.EMPLOYEE, read, body));
  }

  private AgreementDoor door(Employer employer) {
    return new AgreementDoor(
        employer,
        directory,
        arrangements,
        desk,
        audit,
        time.now(employer),
        telework.today(employer));
  }

  private EmployerScope scope() {
    return new EmployerScope(caller, directory);
  }
}
