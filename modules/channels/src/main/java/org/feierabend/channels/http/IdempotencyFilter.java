package org.feierabend.channels.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.feierabend.intake.GivenAnswers;
import org.feierabend.intake.GivenAnswers.Turn;

/** Does a request with an idempotency key once; see {@link Idempotent}. */
@Provider
@Idempotent
@Priority(Priorities.USER)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
  static final String KEY = "Idempotency-Key";
  private static final String AT_WORK = "feierabend.idempotency";
  private static final int LONGEST_BODY = RuleBooksResource.MOST_BYTES + 1;

  @Inject Caller caller;
  @Inject Instance<GivenAnswers> kept; // not there yet when this is made
  @Inject Clock clock;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String key = request.getHeaderString(KEY);
    if (key == null) return;
    requireFit(key);
    byte[] body = Body.read(request.getEntityStream(), LONGEST_BODY);
    request.setEntityStream(new ByteArrayInputStream(body));
    SealedAnswer seal =
        SealedAnswer.of(
            caller.user(),
            request.getMethod() + " " + asked(request.getUriInfo().getRequestUri()),
            key,
            body);
    Turn turn = kept.get().begin(seal.id(), clock.instant());
    if (turn instanceof Turn.AtWork)
      throw Trouble.of(
          409,
          "Diese Anfrage ist noch in Arbeit; bitte gleich noch einmal fragen.",
          "This request is still at work; please ask again in a moment.");
    if (turn instanceof Turn.Given given) request.abortWith(seal.open(given.answer()));
    else request.setProperty(AT_WORK, seal);
  }

  /** Of two employers, whom the operator names in the query, each is asked for itself. */
  private static String asked(URI uri) {
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  static void requireFit(String key) {
    if (!key.matches("[\\x21-\\x7e]{1,200}"))
      throw Trouble.of(
          400,
          "Ein Idempotency-Key hat 1 bis 200 sichtbare ASCII-Zeichen, am besten eine zufällige UUID.",
          "An Idempotency-Key has 1 to 200 visible ASCII characters, best a random UUID.");
  }

  static Trouble taken() {
    return Trouble.of(
        422,
        "Diesen Idempotency-Key trug schon eine andere Anfrage.",
        "This Idempotency-Key came with another request before.");
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    if (!(request.getProperty(AT_WORK) instanceof SealedAnswer seal)) return;
    Optional<byte[]> body = body(response.getEntity());
    if (body.isEmpty() || Response.Status.Family.familyOf(response.getStatus()) != SUCCESSFUL) {
      kept.get().forget(seal.id());
      return;
    }
    kept.get()
        .give(
            seal.id(),
            seal.close(
                response.getStatus(),
                response.getHeaderString(HttpHeaders.ETAG),
                response.getHeaderString(HttpHeaders.LOCATION),
                body.get()));
    if (body.get().length > 0) // written once, so that both answers are the same bytes
    response.setEntity(body.get(), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
  }

  private static final Response.Status.Family SUCCESSFUL = Response.Status.Family.SUCCESSFUL;

  /** Empty: nothing this can keep. */
  private static Optional<byte[]> body(Object entity) throws IOException {
    if (entity == null) return Optional.of(new byte[0]);
    return entity instanceof View view
        ? Optional.of(Json.MAPPER.writeValueAsBytes(view))
        : Optional.empty();
  }
}
