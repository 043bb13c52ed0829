package org.feierabend.channels.http;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.feierabend.channels.graph.GraphDoor;
import org.feierabend.channels.graph.GraphNotified;

/**
 * Microsoft Graph tells that something came. Changes and lifecycle events may come to the same
 * address; each carries the client state, which is the credential.
 */
@Path("graph/notifications")
@ApplicationScoped
@PermitAll
@Produces({"text/plain", "application/json"})
public class GraphNotificationsResource {
  private static final int LONGEST_TOKEN = 2_048;

  @Inject GraphDoor door;

  /** A new subscription is validated by an echo; everything else is notifications. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response notified(@QueryParam("validationToken") String token, InputStream body)
      throws IOException {
    if (!door.open()) throw trouble(new GraphNotified.NotOpen());
    if (token != null) {
      if (token.length() > LONGEST_TOKEN)
        throw Trouble.field(
            "?validationToken",
            "Das Prüfwort hat höchstens %d Zeichen.".formatted(LONGEST_TOKEN),
            "The validation token has at most %d characters.".formatted(LONGEST_TOKEN));
      return Response.ok(token, "text/plain; charset=utf-8").build();
    }
    GraphNotified notified = door.notified(body);
    if (notified instanceof GraphNotified.Taken) return Response.accepted().build();
    throw trouble(notified);
  }

  private static Trouble trouble(GraphNotified notified) {
    if (notified instanceof GraphNotified.Refused refused)
      return Trouble.field(refused.pointer(), refused.sentence().de(), refused.sentence().en());
    if (notified instanceof GraphNotified.Stranger)
      return Trouble.of(
          403,
          "clientState ist nicht der von feierabend.graph.client-state; nichts wurde übernommen.",
          "clientState is not that of feierabend.graph.client-state; nothing was taken.");
    if (notified instanceof GraphNotified.TooLong) return Trouble.of(413);
    return Trouble.of(404, "Diese Tür ist nicht eingerichtet.", "This door is not configured.");
  }
}
