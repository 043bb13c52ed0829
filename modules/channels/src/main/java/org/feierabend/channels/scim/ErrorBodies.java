package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.feierabend.channels.http.Json;
import org.feierabend.channels.http.Trouble;
import org.feierabend.intake.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every error leaves in SCIM's form; what nobody foresaw is logged, without the request. */
@Provider
public class ErrorBodies implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorBodies.class);
  private static final String URN = "urn:ietf:params:scim:api:messages:2.0:Error";
  private static final int RETRY_SECONDS = 5;

  @Override
  public Response toResponse(Throwable error) {
    ScimError told = told(error);
    Response.ResponseBuilder answer = Desk.answer(told.status, body(told));
    if (told.status == 503) answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    return answer.build();
  }

  private static ObjectNode body(ScimError error) {
    ObjectNode out = Json.MAPPER.createObjectNode();
    out.putArray("schemas").add(URN);
    out.put("status", Integer.toString(error.status));
    if (!error.scimType.isEmpty()) out.put("scimType", error.scimType);
    return out.put("detail", error.getMessage());
  }

  private static ScimError told(Throwable error) {
    if (error instanceof ScimError scim) return scim;
    if (error instanceof Trouble trouble)
      return ScimError.of(trouble.status(), trouble.detail().en());
    if (error instanceof StoreAway)
      return ScimError.of(503, "The database does not answer; nothing was changed.");
    if (error instanceof WebApplicationException web) {
      int status = web.getResponse().getStatus();
      return ScimError.of(status, Trouble.of(status).detail().en());
    }
    LOG.error("A provisioning request failed and nobody foresaw how", error);
    return ScimError.of(500, "This should not have happened; the cause is in the server's log.");
  }
}
