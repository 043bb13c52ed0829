package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The decision API for Envoy's external authorization over HTTP: 200 lets the request pass, 403
 * does not. Envoy asks with the method and below the path of the request it holds, so every one of
 * them is the question; what is asked stands in headers.
 */
@Path("ext-authz{below: (/.*)?}")
@ApplicationScoped
@RolesAllowed("enforcer")
@Consumes(MediaType.WILDCARD)
@Produces("application/json")
public class ExtAuthzResource {
  /** The proxy may show a denial to the sender: nothing but yes or no in it. */
  record Verdict(boolean decision) implements View {}

  @Inject AccessDoors doors;

  @GET
  public Response get(@Context HttpHeaders headers) {
    return check(headers);
  }

  @POST
  public Response post(@Context HttpHeaders headers) {
    return check(headers);
  }

  @PUT
  public Response put(@Context HttpHeaders headers) {
    return check(headers);
  }

  @PATCH
  public Response patch(@Context HttpHeaders headers) {
    return check(headers);
  }

  @DELETE
  public Response delete(@Context HttpHeaders headers) {
    return check(headers);
  }

  /** Or JAX-RS itself would say 200 to it, and let it pass. */
  @OPTIONS
  public Response options(@Context HttpHeaders headers) {
    return check(headers);
  }

  private Response check(HttpHeaders headers) {
    return answer(doors.open().headers(new ContactHeaders(headers::getHeaderString)));
  }

  private static Response answer(AccessDoor.Served<EvaluationView> served) {
    boolean permitted = served.view().decision();
    Response.ResponseBuilder answer = Response.status(permitted ? 200 : 403);
    ContactHeaders.told(served.view()).forEach(answer::header);
    return answer
        .entity(new Verdict(permitted))
        .header(HttpHeaders.CACHE_CONTROL, served.cacheControl())
        .build();
  }
}
