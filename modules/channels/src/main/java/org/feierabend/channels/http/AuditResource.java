package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.feierabend.audit.AuditLog;
import org.feierabend.people.Directory;
import org.feierabend.report.ChainHeads;

/** The signed account of changes, to be read, kept and verified. */
@Path("audit")
@ApplicationScoped
@RolesAllowed({"council", "hr", "operator"})
public class AuditResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject AuditLog audit;
  @Inject ChainHeads heads;

  @GET
  @Produces("application/x-ndjson")
  public Response log(@QueryParam("employer") String named) {
    return ChainLines.of(audit.rows(new EmployerScope(caller, directory).named(named).id()));
  }

  /** Its signed end: who keeps it notices later that entries were cut off. */
  @GET
  @Path("head")
  @Produces("application/json")
  public Response head(@QueryParam("employer") String named) {
    return ChainLines.head(
        heads.audit(new EmployerScope(caller, directory).named(named).id()), "audit-head");
  }
}
