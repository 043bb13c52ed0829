package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.feierabend.decision.Reachabilities;
import org.feierabend.decision.Reachability;
import org.feierabend.intake.Deferrals;
import org.feierabend.intake.LiveFacts;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts;

/** A person's own page: computed when asked, stored nowhere, seen by nobody else. */
@Path("me")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class MeResource {
  private static final Duration DAY = Duration.ofHours(24);

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Reachabilities reachabilities;
  @Inject Deferrals deferrals;
  @Inject LiveFacts live;
  @Inject EmployerTime time;

  @GET
  @Path("status")
  public Response status() {
    Employer employer = scope().own();
    Person person = scope().self(employer);
    Instant now = time.now(employer);
    Reachability reachability = reachabilities.under(employer.policy());
    PersonFacts facts = live.facts(employer, person, now);
    DayStrip strip = new DayStrip(reachability, facts, now);
    return mine(
        StatusView.of(
            now,
            Zones.of(person, employer),
            strip,
            strip.parts(DAY),
            !facts.roster().worked().isEmpty(),
            reachability.edition()));
  }

  @GET
  @Path("waiting")
  public Response waiting() {
    Employer employer = scope().own();
    Person person = scope().self(employer);
    return mine(
        WaitingView.of(deferrals.waitingFor(employer, person.no()), Zones.of(person, employer)));
  }

  @GET
  @Path("settings")
  public Response settings() {
    Employer employer = scope().own();
    Person person = scope().self(employer);
    return mine(SettingsView.of(person, directory.units(employer), Zones.of(person, employer)));
  }

  private EmployerScope scope() {
    return new EmployerScope(caller, directory);
  }

  private static Response mine(View view) {
    return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
  }
}
