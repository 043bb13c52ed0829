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
import org.feierabend.channels.matrix.MatrixDoor;
import org.feierabend.channels.matrix.MatrixNotified;
import org.feierabend.people.Directory;

/** The Matrix Push Gateway API, for a homeserver with a token of ours. */
@Path("push/v1/notify")
@ApplicationScoped
@RolesAllowed("enforcer")
@Produces("application/json")
public class MatrixPushResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject MatrixDoor door;

  /** The answer of the specification. */
  record Answer(List<String> rejected) implements View {}

  @POST
  @Consumes("application/json")
  public Response notified(InputStream body) throws IOException {
    MatrixNotified notified = door.notified(new EmployerScope(caller, directory).own(), body);
    if (notified instanceof MatrixNotified.Taken taken)
      return Response.ok(new Answer(taken.rejected())).build();
    if (notified instanceof MatrixNotified.Refused refused)
      throw Trouble.field(refused.pointer(), refused.sentence().de(), refused.sentence().en());
    if (notified instanceof MatrixNotified.GatewayAway)
      throw Trouble.of(
          502,
          "Das Push-Gateway dahinter antwortet nicht; bitte später erneut.",
          "The push gateway behind does not answer; send it again later.");
    if (notified instanceof MatrixNotified.TooLong) throw Trouble.of(413);
    throw Trouble.of(404, "Diese Tür ist nicht eingerichtet.", "This door is not configured.");
  }
}
