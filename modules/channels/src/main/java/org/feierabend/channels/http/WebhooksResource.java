package org.feierabend.channels.http;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.feierabend.channels.webhook.Received;
import org.feierabend.channels.webhook.WebhookDoor;

/** Other systems tell what happened, each in its own form and with credentials of its own. */
@Path("webhooks/{source}")
@ApplicationScoped
@PermitAll
@Produces("application/json")
public class WebhooksResource {
  @Inject WebhookDoor door;

  @POST
  @Consumes("application/json")
  public Response receive(
      @PathParam("source") String source, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    Received received = door.receive(source, headers::getHeaderString, body);
    if (received instanceof Received.Taken taken)
      return Response.status(202)
          .entity(EventAnswer.of(taken.outcome(), Languages.of(headers)))
          .build();
    if (received instanceof Received.NotMeant)
      return Response.status(202).entity(new EventAnswer("ignored", null)).build();
    throw trouble(received);
  }

  private static Trouble trouble(Received received) {
    if (received instanceof Received.NotUnderstood wrong)
      return Trouble.field(wrong.pointer(), wrong.sentence().de(), wrong.sentence().en());
    if (received instanceof Received.Unproven)
      return Trouble.of(
          401,
          "Signatur oder Geheimnis dieser Quelle stimmt nicht; vergleichen Sie feierabend.webhooks.….secret.",
          "Signature or secret of this source is wrong; compare feierabend.webhooks.….secret.");
    if (received instanceof Received.TooLong)
      return Trouble.of(413, "Ein Webhook hat höchstens 1 MiB.", "A webhook has at most 1 MiB.");
    return Trouble.of(
        404, "Eine solche Quelle ist nicht eingerichtet.", "No such source is configured.");
  }
}
