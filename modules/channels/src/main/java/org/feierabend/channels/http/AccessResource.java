package org.feierabend.channels.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.feierabend.decision.Reachabilities;
import org.feierabend.intake.Intake;
import org.feierabend.people.Directory;
import org.feierabend.report.WeekKeys;

/** The decision API: OpenID AuthZEN Authorization API 1.0 (PROTOCOLS, section 1). */
@Path("/")
@ApplicationScoped
@RolesAllowed({"enforcer", "employee", "manager"})
@Consumes("application/json")
@Produces("application/json")
public class AccessResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Reachabilities reachabilities;
  @Inject Intake intake;
  @Inject WeekKeys keys;
  @Inject EmployerTime time;

  @POST
  @Path("evaluation")
  public Response evaluation(InputStream body) throws IOException {
    JsonNode request = Body.object(body, Body.SMALL);
    return answer(door().evaluation(request));
  }

  @POST
  @Path("evaluations")
  public Response evaluations(@Context HttpHeaders headers, InputStream body) throws IOException {
    JsonNode request = Body.object(body, Body.SMALL);
    return answer(door().evaluations(request, Languages.of(headers)));
  }

  private AccessDoor door() {
    return new AccessDoor(caller, directory, reachabilities, intake, keys, time);
  }

  private static Response answer(AccessDoor.Served served) {
    return Response.ok(served.view())
        .header(HttpHeaders.CACHE_CONTROL, served.cacheControl())
        .build();
  }
}
