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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.feierabend.channels.webpush.WebPushDoor;
import org.feierabend.decision.Language;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.push.Subscription;
import org.feierabend.push.Subscriptions;

/** Which of my browsers are told when my window opens: mine to ask for and to take back. */
@Path("me/push")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class MyPushResource {
  private static final int MOST = 10;

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Subscriptions subscriptions;
  @Inject WebPushDoor door;
  @Inject Clock clock;

  @GET
  public Response list() {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    return mine(
        Response.ok(
            PushView.of(door.key(), subscriptions.of(employer, me.no()), Zones.of(me, employer))));
  }

  /** As the browser's own {@code PushSubscription.toJSON()}, with the language of the page. */
  @POST
  public Response subscribe(InputStream body) throws IOException {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    if (door.key().isEmpty())
      throw Trouble.of(404, "Das ist nicht eingerichtet.", "This is not configured.");
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("endpoint", "expirationTime", "keys", "language"));
    if (subscriptions.of(employer, me.no()).size() >= MOST)
      throw Trouble.of(
          409,
          "Mehr als %d Browser sind es nicht; bitte zuerst einen abmelden.".formatted(MOST),
          "There are at most %d browsers; please take one back first.".formatted(MOST));
    Subscription read = read(document);
    try {
      door.require(read);
    } catch (IllegalArgumentException e) {
      throw Trouble.field(
          "/endpoint",
          "Dorthin wird nicht gesendet: Erwartet wird der Push-Dienst eines Browsers (https, öffentliche Adresse).",
          "Nothing is sent there: a browser's push service is expected (https, a public address).");
    }
    subscriptions.add(employer, me.no(), read);
    return mine(Response.status(201).entity(PushView.entry(read, Zones.of(me, employer))));
  }

  private Subscription read(Fields document) {
    Fields keys = document.object("keys");
    byte[] key = bytes(keys, "p256dh");
    byte[] auth = bytes(keys, "auth");
    URI endpoint =
        document
            .parsed("endpoint", URI::create, "https://push.example.org/…")
            .orElseThrow(() -> document.missing("endpoint"));
    try {
      return new Subscription(
          UUID.randomUUID(),
          endpoint,
          key,
          auth,
          document.word("language", Language.class).orElse(Language.DE),
          clock.instant().truncatedTo(ChronoUnit.SECONDS));
    } catch (IllegalArgumentException e) {
      throw Trouble.field(
          "/keys",
          "Adresse oder Schlüssel passen nicht; erwartet wird, was der Browser selbst nennt.",
          "Address or keys do not fit; what the browser itself tells is expected.");
    }
  }

  private static byte[] bytes(Fields keys, String name) {
    return keys.parsed(name, Base64.getUrlDecoder()::decode, "BCVxsr7N_eNg…")
        .orElseThrow(() -> keys.missing(name));
  }

  /** From now on that browser is told nothing. */
  @DELETE
  @Path("{id}")
  public Response unsubscribe(@PathParam("id") String id) {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    try {
      if (subscriptions.remove(employer, me.no(), UUID.fromString(id)))
        return Response.noContent().build();
    } catch (IllegalArgumentException noId) {
      // as unknown as any other
    }
    throw Trouble.of(404, "Einen solchen Browser haben Sie nicht.", "You have no such browser.");
  }

  private static Response mine(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
  }

  private EmployerScope scope() {
    return new EmployerScope(caller, directory);
  }
}
