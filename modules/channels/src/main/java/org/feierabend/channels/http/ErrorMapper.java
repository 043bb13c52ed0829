package org.feierabend.channels.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.feierabend.intake.Marks;
import org.feierabend.intake.StoreAway;
import org.feierabend.intake.WeekClosed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every error leaves as a problem document; what nobody foresaw is logged, without the request. */
abstract class ErrorMapper<E extends Throwable> implements ExceptionMapper<E> {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
  private static final int RETRY_SECONDS = 5;

  @Context HttpHeaders headers;
  @Context UriInfo uri;

  @Override
  public Response toResponse(E error) {
    Trouble trouble = trouble(error);
    Response.ResponseBuilder answer =
        error instanceof WebApplicationException web
            ? Response.fromResponse(web.getResponse())
            : Response.status(trouble.status());
    if (trouble.status() == 503) answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    return answer
        .entity(Problem.of(trouble, Languages.of(headers), path()))
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  private String path() {
    return uri.getRequestUri().getRawPath();
  }

  private static Trouble trouble(Throwable error) {
    if (error instanceof Trouble trouble) return trouble;
    if (error instanceof Marks.BrokerAway
        || error instanceof StoreAway
        || error instanceof WeekClosed) {
      LOG.warn("A request waits for a repeat: {}", error.getMessage());
      return Trouble.of(
          503,
          "Datenbank oder Nachrichtendienst antwortet nicht. Nichts wurde übernommen; bitte später wiederholen.",
          "The database or the broker does not answer. Nothing was accepted; please try again later.");
    }
    if (error instanceof JsonMappingException)
      return Trouble.of(
          400,
          "Dieses JSON hat eine andere Form als erwartet.",
          "This JSON has another form than expected.");
    if (error instanceof JsonProcessingException)
      return Trouble.of(400, "Kein gültiges JSON.", "Not well-formed JSON.");
    if (error instanceof WebApplicationException web)
      return Trouble.of(web.getResponse().getStatus());
    LOG.error("A request failed and nobody foresaw how", error);
    return Trouble.of(
        500,
        "Das hätte nicht geschehen dürfen. Die Ursache steht im Protokoll des Servers.",
        "This should not have happened. The cause is in the server's log.");
  }
}
