package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.feierabend.people.Person;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;

/** {@code /scim/v2/Groups}: units are made, filled, renamed and closed. */
@Path("Groups")
@RequestScoped
@RolesAllowed("provisioner")
public class GroupsResource {
  private static final Schema SCHEMA = Schema.GROUP;

  @Inject Desk desk;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @BeanParam Asked asked;

  @GET
  public Response list() {
    return found(asked.query(SCHEMA));
  }

  @POST
  @Path(".search")
  public Response search(InputStream body) throws IOException {
    return found(Query.of(SCHEMA, Desk.message(body)));
  }

  private Response found(Query query) {
    House house = desk.house();
    Documents documents = new Documents(house, desk.base(uri));
    Map<UnitId, List<Person>> people = house.byUnit();
    boolean members = !query.projection().hides("members") || query.filter().isPresent();
    List<ObjectNode> all =
        house.units().stream()
            .map(u -> documents.of(u, people.getOrDefault(u.id(), List.of()), members))
            .toList();
    return Desk.answer(200, query.answer(all)).build();
  }

  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    House house = desk.house();
    ObjectNode shown = shown(house, house.unit(id));
    if (Desk.unchanged(headers, shown)) return Desk.notModified(shown);
    return Desk.one(200, shown, projection());
  }

  @POST
  public Response create(InputStream body) throws IOException {
    ObjectNode said = Desk.read(body, SCHEMA);
    Unit[] made = new Unit[1];
    House house =
        desk.change(
            now -> {
              Groups groups = new Groups(now);
              made[0] = groups.fresh(said);
              return groups.add(made[0], said);
            });
    return Desk.one(201, shown(house, made[0]), projection());
  }

  @PUT
  @Path("{id}")
  public Response replace(@PathParam("id") String id, InputStream body) throws IOException {
    ObjectNode said = Desk.read(body, SCHEMA);
    return changed(id, shown -> said);
  }

  @PATCH
  @Path("{id}")
  public Response patch(@PathParam("id") String id, InputStream body) throws IOException {
    var message = Desk.message(body);
    return changed(id, shown -> Patch.apply(SCHEMA, shown, message));
  }

  @DELETE
  @Path("{id}")
  public Response close(@PathParam("id") String id) {
    desk.change(
        now -> {
          Unit unit = now.unit(id);
          Desk.requireMatch(headers, shown(now, unit));
          return new Groups(now).close(unit);
        });
    return Response.noContent().build();
  }

  private Response changed(String id, UnaryOperator<ObjectNode> step) {
    House house =
        desk.change(
            now -> {
              Unit unit = now.unit(id);
              ObjectNode shown = shown(now, unit);
              Desk.requireMatch(headers, shown);
              return new Groups(now).replace(unit, step.apply(shown));
            });
    return Desk.one(200, shown(house, house.unit(id)), projection());
  }

  private ObjectNode shown(House house, Unit unit) {
    List<Person> people = house.byUnit().getOrDefault(unit.id(), List.of());
    return new Documents(house, desk.base(uri)).of(unit, people, true);
  }

  private Projection projection() {
    return asked.projection(SCHEMA);
  }
}
