package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.feierabend.calendar.CalendarServer;
import org.feierabend.calendar.Feeds;
import org.feierabend.calendar.KeptTimes;
import org.feierabend.intake.Acceptance;
import org.feierabend.intake.Deferrals;
import org.feierabend.intake.Explanations;
import org.feierabend.intake.OwnWeek;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.push.HeldPushes;
import org.feierabend.push.Subscriptions;

/**
 * A person's own rights (Art. 15, 17, 21 GDPR) and their own word. What is asked and said here
 * leaves no trace the employer could read; the answer is the same whoever asks.
 */
@Path("me")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class MyDataResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Deferrals deferrals;
  @Inject Acceptance acceptance;
  @Inject OwnWeek ownWeek;
  @Inject Explanations explanations;
  @Inject MyTelework telework;
  @Inject Feeds feeds;
  @Inject Subscriptions subscriptions;
  @Inject HeldPushes heldPushes;
  @Inject KeptTimes kept;
  @Inject CalendarServer calendars;
  @Inject EmployerTime time;

  /** Everything stored about me, as it is now. */
  @GET
  @Path("data")
  public Response data(@Context HttpHeaders headers) {
    Employer employer = scope().own();
    Person person = scope().self(employer);
    return Response.ok(
            MyDataView.of(
                caller,
                SettingsView.of(person, directory.units(employer), Zones.of(person, employer)),
                deferrals.heldFor(employer, person.no()),
                Optional.ofNullable(acceptance.restsUntil(employer).get(person.no())),
                ownWeek.of(employer, person),
                WhyCardView.of(
                    explanations.of(employer, person),
                    explanations.wanted(employer, person),
                    Languages.of(headers),
                    Zones.of(person, employer)),
                telework.of(employer, person),
                FeedsView.of(feeds.of(employer, person.no()), Zones.of(person, employer)),
                PushView.of(
                    Optional.empty(),
                    subscriptions.of(employer, person.no()),
                    Zones.of(person, employer)),
                heldPushes.of(employer, person.no()),
                KeptView.of(
                    kept.of(employer, person.no()),
                    calendars.serves(employer.id()),
                    calendars.keeps(employer.id())),
                Zones.of(person, employer)))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"my-data.json\"")
        .build();
  }

  /**
   * What was counted of me so far in the open weeks is forgotten, with what explains it; what comes
   * later counts.
   */
  @DELETE
  @Path("data")
  public Response erase() {
    Employer employer = scope().own();
    Person person = scope().self(employer);
    explanations.erase(employer, person);
    ownWeek.erase(employer, person);
    return done();
  }

  /** Nothing of the open weeks counts for me. */
  @POST
  @Path("objection")
  public Response object() {
    Employer employer = scope().own();
    ownWeek.object(employer, scope().self(employer));
    return done();
  }

  /** One mark for the current week, however often it is said; no name, no text. */
  @POST
  @Path("contacted-anyway")
  public Response contactedAnyway() {
    Employer employer = scope().own();
    ownWeek.contactedAnyway(employer, scope().self(employer), time.now(employer));
    return done();
  }

  private EmployerScope scope() {
    return new EmployerScope(caller, directory);
  }

  private static Response done() {
    return Response.noContent().header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
  }
}
