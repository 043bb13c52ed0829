package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.feierabend.calendar.Feed;
import org.feierabend.calendar.Feeds;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Secret;

/** Secret addresses of my free times: mine to give away and to take back. */
@Path("me/feeds")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class MyFeedsResource {
  private static final int MOST = 20;

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Feeds feeds;
  @Inject PublicAddress address;
  @Inject Clock clock;

  @GET
  public Response list() {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    return mine(Response.ok(FeedsView.of(feeds.of(employer, me.no()), Zones.of(me, employer))));
  }

  /** The addresses are told once, here. */
  @POST
  public Response create(@Context UriInfo asked) {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    if (feeds.of(employer, me.no()).size() >= MOST)
      throw Trouble.of(
          409,
          "Mehr als %d Adressen gibt es nicht; bitte zuerst eine widerrufen.".formatted(MOST),
          "There are at most %d addresses; please revoke one first.".formatted(MOST));
    String secret = Secret.fresh();
    Feed feed = new Feed(UUID.randomUUID(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
    feeds.add(employer, me.no(), feed, Secret.sha256(secret));
    FeedsView.Entry entry = FeedsView.entry(feed, Zones.of(me, employer));
    String base = base(asked) + "/api/v1/feeds/" + secret;
    return mine(
        Response.status(201)
            .entity(
                new FeedsView.Fresh(
                    entry.id(),
                    entry.created(),
                    base + "/availability.ics",
                    base + "/freebusy.ics")));
  }

  /** From now on the addresses open nothing. */
  @DELETE
  @Path("{id}")
  public Response revoke(@PathParam("id") String id) {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    try {
      if (feeds.revoke(employer, me.no(), UUID.fromString(id))) return Response.noContent().build();
    } catch (IllegalArgumentException noId) {
      // as unknown as any other
    }
    throw Trouble.of(404, "Eine solche Adresse haben Sie nicht.", "You have no such address.");
  }

  private String base(UriInfo asked) {
    URI uri = address.uri().orElseGet(() -> asked.getBaseUri().resolve("/"));
    return uri.toString().replaceAll("/$", "");
  }

  private static Response mine(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
  }

  private EmployerScope scope() {
    return new EmployerScope(caller, directory);
  }
}
