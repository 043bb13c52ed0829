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
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.feierabend.intake.Emergencies.Verdict;
import org.feierabend.intake.EmergencyReview;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;

/** Emergencies are looked at afterwards, never before and never at who called them. */
@Path("emergencies")
@ApplicationScoped
@RolesAllowed({"hr", "council"})
@Produces("application/json")
public class EmergenciesResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject EmergencyReview review;
  @Inject EmployerTime time;

  @GET
  public View overview() {
    Employer employer = new EmployerScope(caller, directory).own();
    Instant now = time.now(employer);
    return EmergenciesView.of(review.overview(employer, now), now, employer.zone());
  }

  /** {@code {"verdict": "EMERGENCY"}} or {@code "NO_EMERGENCY"}; once. */
  @POST
  @Path("{id}/judgement")
  @Consumes("application/json")
  public Response judge(@PathParam("id") String text, InputStream body) throws IOException {
    Employer employer = new EmployerScope(caller, directory).own();
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("verdict"));
    Verdict verdict =
        document
            .word("verdict", Verdict.class)
            .orElseThrow(() -> document.expected("verdict", "\"EMERGENCY\", \"NO_EMERGENCY\""));
    Optional<EmergencyReview.Not> not =
        review.judge(employer, id(text), verdict, time.now(employer));
    if (not.isEmpty()) return Response.noContent().build();
    throw not.get() == EmergencyReview.Not.KNOWN
        ? unknown(text)
        : Trouble.of(
            409, "Dieser Notfall ist schon beurteilt.", "This emergency has been judged already.");
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException noId) {
      throw unknown(text);
    }
  }

  private static Trouble unknown(String id) {
    return Trouble.of(
        404,
        "Ein Notfall %s ist nicht (mehr) gespeichert.".formatted(id),
        "No emergency %s is stored (any more).".formatted(id));
  }
}
