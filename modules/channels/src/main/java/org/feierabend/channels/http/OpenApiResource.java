package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;

/** The description of this API, as it stands in docs/openapi.yaml. */
@Path("openapi.yaml")
@ApplicationScoped
@RolesAllowed({
  "employee",
  "hr",
  "council",
  "manager",
  "source",
  "enforcer",
  "provisioner",
  "operator"
})
public class OpenApiResource {
  @GET
  @Produces("application/yaml")
  public byte[] describe() throws IOException {
    try (InputStream in = OpenApiResource.class.getResourceAsStream("/openapi.yaml")) {
      if (in == null) throw new IllegalStateException("docs/openapi.yaml is not packed.");
      return in.readAllBytes();
    }
  }
}
