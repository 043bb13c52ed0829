package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.feierabend.contact.Ref;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;

/** I have taken this emergency. No answer tells whether there was one. */
@Path("me/answers")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class MyAnswersResource {
  private static final String SOURCE = "/api/v1/me/answers";

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Intake intake;
  @Inject EmployerTime time;

  /** {@code {"contact": {"source": "/telephone", "id": "c-0815"}}}; may be sent again. */
  @POST
  @Consumes("application/json")
  public Response post(InputStream body) throws IOException {
    take(body);
    return Response.noContent().build();
  }

  void take(InputStream body) throws IOException {
    EmployerScope scope = new EmployerScope(caller, directory);
    Employer employer = scope.own();
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("contact"));
    Fields contact = document.object("contact");
    contact.only(Set.of("source", "id"));
    Incoming.Answer answer =
        new Incoming.Answer(
            new Ref(SOURCE, UUID.randomUUID().toString()),
            scope.self(employer).id(),
            ref(contact),
            time.now(employer));
    intake.accept(employer, List.of(answer), answer.at());
  }

  private static Ref ref(Fields contact) {
    String source = contact.text("source");
    String id = contact.text("id");
    if (source.length() > 512) throw contact.expected("source", "\"/telephone\"");
    if (id.length() > 256) throw contact.expected("id", "\"c-0815\"");
    return new Ref(source, id);
  }
}
