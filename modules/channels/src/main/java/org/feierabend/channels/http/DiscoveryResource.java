package org.feierabend.channels.http;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** Where the decision API is (AuthZEN 1.0, metadata); open to everybody. */
@Path("authzen-configuration")
@ApplicationScoped
@PermitAll
public class DiscoveryResource {
  record Metadata(
      String policyDecisionPoint, String accessEvaluationEndpoint, String accessEvaluationsEndpoint)
      implements View {}

  @GET
  @Produces("application/json")
  public View metadata(@Context UriInfo uri) {
    URI root = uri.getBaseUri().resolve("/");
    return new Metadata(
        root.resolve("/").toString().replaceAll("/$", ""),
        root.resolve("/access/v1/evaluation").toString(),
        root.resolve("/access/v1/evaluations").toString());
  }
}
