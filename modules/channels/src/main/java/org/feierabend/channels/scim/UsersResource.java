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
import java.util.function.BiFunction;
import org.feierabend.channels.scim.Filter.Compare;
import org.feierabend.channels.scim.Filter.Operator;
import org.feierabend.contact.PersonId;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.Person;

/** {@code /scim/v2/Users}: people come, change and leave. */
@Path("Users")
@RequestScoped
@RolesAllowed("provisioner")
public class UsersResource {
  private static final Schema SCHEMA = Schema.USER;

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
    Documents documents = documents(house);
    List<ObjectNode> all = candidates(house, query).stream().map(documents::of).toList();
    return Desk.answer(200, query.answer(all)).build();
  }

  /** Most clients ask for one userName at a time: nobody else need be written out for that. */
  private static List<Person> candidates(House house, Query query) {
    if (query.filter().orElse(null) instanceof Compare c
        && c.operator() == Operator.EQ
        && c.path().attribute().equalsIgnoreCase("userName"))
      return house.people().stream()
          .filter(p -> p.id().value().equalsIgnoreCase(c.value().asText()))
          .toList();
    return house.people();
  }

  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    House house = desk.house();
    ObjectNode shown = documents(house).of(house.person(id));
    if (Desk.unchanged(headers, shown)) return Desk.notModified(shown);
    return Desk.one(200, shown, projection());
  }

  @POST
  public Response create(InputStream body) throws IOException {
    ObjectNode said = Desk.read(body, SCHEMA);
    House house = desk.change(now -> new Users(now).join(said));
    PersonId id = new PersonId(said.path("userName").asText().strip());
    ObjectNode shown = documents(house).of(house.staff.person(id).orElseThrow());
    return Desk.one(201, shown, projection());
  }

  @PUT
  @Path("{id}")
  public Response replace(@PathParam("id") String id, InputStream body) throws IOException {
    ObjectNode said = Desk.read(body, SCHEMA);
    return changed(id, (shown, house) -> said);
  }

  @PATCH
  @Path("{id}")
  public Response patch(@PathParam("id") String id, InputStream body) throws IOException {
    var message = Desk.message(body);
    return changed(id, (shown, house) -> Patch.apply(SCHEMA, shown, message));
  }

  /** Leaving the house: the person is erased. */
  @DELETE
  @Path("{id}")
  public Response leave(@PathParam("id") String id) {
    desk.change(
        now -> {
          Person person = now.person(id);
          Desk.requireMatch(headers, documents(now).of(person));
          return DirectoryChange.leave(now.staff, person.id());
        });
    return Response.noContent().build();
  }

  private Response changed(String id, BiFunction<ObjectNode, House, ObjectNode> step) {
    Person[] before = new Person[1];
    House house =
        desk.change(
            now -> {
              before[0] = now.person(id);
              ObjectNode shown = documents(now).of(before[0]);
              Desk.requireMatch(headers, shown);
              return new Users(now).replace(before[0], step.apply(shown, now));
            });
    if (house.staff.person(before[0].id()).isPresent()) {
      Person after = house.staff.person(before[0].id()).get();
      return Desk.one(200, documents(house).of(after), projection());
    }
    return Desk.one(200, documents(house).of(before[0], false), projection());
  }

  private Documents documents(House house) {
    return new Documents(house, desk.base(uri));
  }

  private Projection projection() {
    return asked.projection(SCHEMA);
  }
}
