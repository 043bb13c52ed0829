package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feierabend.people.Person;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;

/** {@code /scim/v2/.search}: people and units in one answer (RFC 7644, section 3.4.3). */
@Path(".search")
@RequestScoped
@RolesAllowed("provisioner")
public class SearchResource {
  @Inject Desk desk;
  @Context UriInfo uri;

  @POST
  public Response search(InputStream body) throws IOException {
    JsonNode asked = Desk.message(body);
    List<ScimError> unread = new ArrayList<>();
    List<Query> queries = new ArrayList<>();
    List<ObjectNode> found = new ArrayList<>();
    for (Schema schema : List.of(Schema.USER, Schema.GROUP))
      try {
        Query query = Query.of(schema, asked);
        queries.add(query);
        found.addAll(query.matching(all(schema)));
      } catch (ScimError notOfThisKind) { // such as a condition on the other kind's extension
        unread.add(notOfThisKind);
      }
    if (queries.isEmpty()) throw unread.get(0);
    return Desk.answer(200, queries.get(0).page(found)).build();
  }

  private List<ObjectNode> all(Schema schema) {
    House house = desk.house();
    Documents documents = new Documents(house, desk.base(uri));
    if (schema == Schema.USER) return house.people().stream().map(documents::of).toList();
    Map<UnitId, List<Person>> people = house.byUnit();
    List<ObjectNode> units = new ArrayList<>();
    for (Unit unit : house.units())
      units.add(documents.of(unit, people.getOrDefault(unit.id(), List.of()), true));
    return units;
  }
}
