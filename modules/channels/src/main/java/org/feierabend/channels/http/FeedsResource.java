package org.feierabend.channels.http;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import org.feierabend.calendar.Feeds;
import org.feierabend.calendar.ShownTimes;
import org.feierabend.calendar.ShownWeeks;
import org.feierabend.channels.calendar.FreeTimes;
import org.feierabend.decision.Reachabilities;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Secret;
import org.feierabend.policy.Policies;

/** Free times for whoever was given the secret address: no log-in, no name, no title. */
@Path("feeds/{secret}")
@ApplicationScoped
@PermitAll
public class FeedsResource {
  private static final String SECRET = "[A-Za-z0-9_-]{43}";

  @Inject Directory directory;
  @Inject Feeds feeds;
  @Inject Reachabilities reachabilities;
  @Inject Policies policies;
  @Inject EmployerTime time;

  @GET
  @Path("availability.ics")
  public Response availability(@PathParam("secret") String secret) {
    Opened feed = opened(secret);
    return calendar(FreeTimes.availability(feed.times(), feed.uid(), feed.at()));
  }

  @GET
  @Path("freebusy.ics")
  public Response freeBusy(@PathParam("secret") String secret) {
    Opened feed = opened(secret);
    return calendar(FreeTimes.freeBusy(feed.times(), feed.uid(), feed.at()));
  }

  /**
   * @param uid the same as long as the address is, and no name
   */
  private record Opened(ShownTimes times, String uid, Instant at) {}

  private Opened opened(String secret) {
    if (!secret.matches(SECRET)) throw nothing();
    byte[] hash = Secret.sha256(secret);
    Feeds.Owner owner = feeds.owner(hash).orElseThrow(FeedsResource::nothing);
    Employer employer =
        directory.employers().stream()
            .filter(e -> e.no() == owner.employer())
            .findFirst()
            .orElseThrow(FeedsResource::nothing);
    Person person = directory.person(employer, owner.person()).orElseThrow(FeedsResource::nothing);
    Instant now = time.now(employer);
    return new Opened(
        new ShownWeeks(reachabilities, policies).of(employer, person, now),
        java.util.HexFormat.of().formatHex(hash, 0, 8) + "@feierabend",
        now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
  }

  private static Response calendar(Calendar calendar) {
    return Response.ok(calendar.toString(), "text/calendar; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=60")
        .build();
  }

  private static Trouble nothing() {
    return Trouble.of(
        404,
        "Diese Adresse gibt es nicht, oder sie wurde widerrufen.",
        "There is no such address, or it was revoked.");
  }
}
