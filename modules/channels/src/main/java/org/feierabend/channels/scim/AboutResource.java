package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feierabend.channels.http.Json;

/** What this service can do and which attributes it keeps (RFC 7644, section 4). */
@Path("/")
@RequestScoped
@RolesAllowed("provisioner")
public class AboutResource {
  private static final String SCHEMA = Schema.CORE + "Schema";
  private static final String TYPE = Schema.CORE + "ResourceType";
  private static final String CONFIG = Schema.CORE + "ServiceProviderConfig";
  private static final List<Schema> KINDS = List.of(Schema.USER, Schema.GROUP);

  @Inject Desk desk;
  @Context UriInfo uri;

  @GET
  @Path("ServiceProviderConfig")
  public Response config() {
    ObjectNode out = Json.MAPPER.createObjectNode();
    out.putArray("schemas").add(CONFIG);
    out.putObject("patch").put("supported", true);
    out.putObject("bulk").put("supported", false).put("maxOperations", 0).put("maxPayloadSize", 0);
    out.putObject("filter").put("supported", true).put("maxResults", Query.MOST);
    out.putObject("changePassword").put("supported", false);
    out.putObject("sort").put("supported", true);
    out.putObject("etag").put("supported", true);
    out.putArray("authenticationSchemes")
        .addObject()
        .put("type", "oauthbearertoken")
        .put("name", "Bearer token")
        .put("description", "Issued by the operator for the role provisioner.")
        .put("primary", true);
    meta(out, "ServiceProviderConfig", "/ServiceProviderConfig");
    return Desk.answer(200, out).build();
  }

  @GET
  @Path("ResourceTypes")
  public Response types(@QueryParam("filter") String filter) {
    return listed(filter, KINDS.stream().map(this::type).toList());
  }

  @GET
  @Path("ResourceTypes/{name}")
  public Response type(@PathParam("name") String name) {
    return one(name, KINDS.stream().map(this::type).toList());
  }

  @GET
  @Path("Schemas")
  public Response schemas(@QueryParam("filter") String filter) {
    return listed(filter, all());
  }

  @GET
  @Path("Schemas/{urn}")
  public Response schema(@PathParam("urn") String urn) {
    return one(urn, all());
  }

  @GET
  @Path("Me")
  public Response me() {
    throw ScimError.of(501, "A machine's token is no user.");
  }

  @POST
  @Path("Bulk")
  public Response bulk() {
    throw ScimError.of(501, "There is no bulk; send the requests one by one.");
  }

  private List<ObjectNode> all() {
    List<ObjectNode> all = new ArrayList<>();
    for (Schema s : KINDS) {
      all.add(schema(s.urn(), s.name(), s.description(), s.attributes()));
      s.extension()
          .forEach(
              (urn, parts) ->
                  all.add(schema(urn, "EnterpriseUser", "What of an employee is kept.", parts)));
    }
    return all;
  }

  private ObjectNode schema(
      String urn, String name, String description, List<Attribute> attributes) {
    ObjectNode out = Json.MAPPER.createObjectNode();
    out.putArray("schemas").add(SCHEMA);
    out.put("id", urn).put("name", name).put("description", description);
    ArrayNode list = out.putArray("attributes");
    attributes.stream()
        .filter(a -> !List.of("id", "externalId", "meta").contains(a.name()))
        .forEach(a -> list.add(a.json()));
    meta(out, "Schema", "/Schemas/" + urn);
    return out;
  }

  private ObjectNode type(Schema schema) {
    ObjectNode out = Json.MAPPER.createObjectNode();
    out.putArray("schemas").add(TYPE);
    out.put("id", schema.name()).put("name", schema.name()).put("endpoint", schema.endpoint());
    out.put("description", schema.description()).put("schema", schema.urn());
    if (!schema.extension().isEmpty()) {
      ArrayNode extensions = out.putArray("schemaExtensions");
      schema
          .extension()
          .keySet()
          .forEach(urn -> extensions.addObject().put("schema", urn).put("required", false));
    }
    meta(out, "ResourceType", "/ResourceTypes/" + schema.name());
    return out;
  }

  private void meta(ObjectNode out, String type, String path) {
    out.putObject("meta").put("resourceType", type).put("location", desk.base(uri) + path);
  }

  /** These lists are short and known: a filter on them is refused (RFC 7644, section 4). */
  private static Response listed(String filter, List<ObjectNode> all) {
    if (filter != null) throw ScimError.of(403, "This list is not filtered.");
    return Desk.answer(
            200,
            new Query(Optional.empty(), Optional.empty(), false, 1, Query.MOST, Projection.ALL)
                .answer(all))
        .build();
  }

  private static Response one(String id, List<ObjectNode> all) {
    return all.stream()
        .filter(o -> o.path("id").asText().equalsIgnoreCase(id))
        .findFirst()
        .map(o -> Desk.answer(200, o).build())
        .orElseThrow(() -> ScimError.notFound(id));
  }
}
