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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** The decision API: OpenID AuthZEN Authorization API 1.0 (PROTOCOLS, section 1). */
@Path("/")
@ApplicationScoped
@RolesAllowed({"enforcer", "employee", "manager"})
@Consumes(MediaType.WILDCARD) // another one is 400 here, and not 415 (AuthZEN 1.0, errors)
@Produces("application/json")
public class AccessResource {
  @Inject AccessDoors doors;

  @POST
  @Path("evaluation")
  public Response evaluation(@Context HttpHeaders headers, InputStream body) throws IOException {
    JsonNode request = json(headers, body);
    return answer(doors.open().evaluation(request));
  }

  @POST
  @Path("evaluations")
  public Response evaluations(@Context HttpHeaders headers, InputStream body) throws IOException {
    JsonNode request = json(headers, body);
    return answer(doors.open().evaluations(request, Languages.of(headers)));
  }

  private static JsonNode json(HttpHeaders headers, InputStream body) throws IOException {
    MediaType type = headers.getMediaType();
    if (type == null || !MediaType.APPLICATION_JSON_TYPE.isCompatible(type))
      throw Trouble.field(
          "Content-Type",
          "Erwartet wird „Content-Type: application/json“.",
          "Expected is \"Content-Type: application/json\".");
    return Body.object(body, Body.SMALL);
  }

  static Response answer(AccessDoor.Served<?> served) {
    return Response.ok(served.view())
        .header(HttpHeaders.CACHE_CONTROL, served.cacheControl())
        .build();
  }
}
