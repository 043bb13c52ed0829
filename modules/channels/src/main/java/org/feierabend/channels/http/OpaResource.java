package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** The decision API in the shape of the Open Policy Agent's Data API: input in, result out. */
@Path("data/feierabend/contact")
@ApplicationScoped
@RolesAllowed({"enforcer", "employee", "manager"})
@Consumes(MediaType.WILDCARD) // OPA reads JSON whatever the header says
@Produces("application/json")
public class OpaResource {
  @Inject AccessDoors doors;

  @POST
  public Response contact(InputStream body) throws IOException {
    return AccessResource.answer(doors.open().data(Body.object(body, Body.SMALL)));
  }
}
