package org.feierabend.channels.http;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/** Where the decision API is (AuthZEN 1.0, metadata); open to everybody. */
@Path("authzen-configuration")
@ApplicationScoped
@PermitAll
public class DiscoveryResource {
  private static final String AN_HOUR = "public, max-age=3600";

  /** The search APIs are not there: who can be reached is no list to be had. */
  record Metadata(
      String policyDecisionPoint, String accessEvaluationEndpoint, String accessEvaluationsEndpoint)
      implements View {
    static Metadata at(URI address) {
      String root = address.toString().replaceAll("/+$", "");
      return new Metadata(root, root + "/access/v1/evaluation", root + "/access/v1/evaluations");
    }
  }

  @Inject PublicAddress address;

  /** What a request says about our name is not kept for others. */
  @GET
  @Produces("application/json")
  public Response metadata(@Context UriInfo uri) {
    Optional<URI> known = address.uri();
    return Response.ok(Metadata.at(known.orElseGet(() -> uri.getBaseUri().resolve("/"))))
        .header(HttpHeaders.CACHE_CONTROL, known.isPresent() ? AN_HOUR : CacheFor.NEVER)
        .build();
  }
}
