package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.feierabend.channels.events.EventSchemas;

/** The schemas events are checked against: the very documents, open to everybody logged in. */
@Path("schemas")
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
public class SchemasResource {
  record Entry(String type, String href) {}

  record Listing(List<Entry> schemas) implements View {}

  @GET
  @Produces("application/json")
  public View list() {
    return new Listing(
        EventSchemas.types().stream()
            .map(type -> new Entry(type, "/api/v1/schemas/" + type + ".json"))
            .toList());
  }

  @GET
  @Path("{type}.json")
  @Produces({"application/schema+json", "application/json"})
  public byte[] one(@PathParam("type") String type) {
    return EventSchemas.document(type)
        .orElseThrow(
            () -> Trouble.of(404, "Dieses Schema gibt es nicht.", "There is no such schema."));
  }
}
