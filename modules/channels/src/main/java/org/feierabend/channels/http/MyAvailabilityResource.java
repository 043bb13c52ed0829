package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.feierabend.channels.calendar.HandedIn;
import org.feierabend.channels.calendar.Unreadable;
import org.feierabend.decision.Reachabilities;
import org.feierabend.decision.Reachability;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.Availabilities;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Hours;
import org.feierabend.timeline.PersonFacts.Span;

/** When I am available, as a calendar of RFC 7953: handed in, read back, taken away. */
@Path("me/availability")
@ApplicationScoped
@RolesAllowed("employee")
public class MyAvailabilityResource {
  static final String CALENDAR = "text/calendar";

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Availabilities availabilities;
  @Inject Reachabilities reachabilities;
  @Inject EmployerTime time;

  /** As it is kept: times alone. */
  @GET
  @Produces(CALENDAR)
  public Response get() {
    Employer employer = scope().own();
    String kept =
        scope()
            .self(employer)
            .facts()
            .hours()
            .vavailability()
            .orElseThrow(
                () ->
                    Trouble.of(
                        404,
                        "Sie haben keinen Verfügbarkeitskalender hochgeladen.",
                        "You have handed in no calendar of availability."));
    return Response.ok(kept, CALENDAR + "; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"availability.ics\"")
        .build();
  }

  /**
   * @param dryRun tells what it would mean and keeps nothing
   */
  @PUT
  @Consumes(CALENDAR)
  @Produces("application/json")
  public Response put(
      @QueryParam("dry-run") @DefaultValue("false") boolean dryRun,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    Instant now = time.now(employer);
    ZoneId zone = Zones.of(me, employer);
    byte[] file = Body.read(body, HandedIn.LONGEST);
    String kept;
    try {
      kept = HandedIn.read(file, availabilities, zone, now);
    } catch (Unreadable e) {
      throw Trouble.of(400, e.sentence().de(), e.sentence().en());
    }
    Reachability rules = reachabilities.under(employer.policy());
    PersonFacts then =
        dryRun ? with(me.facts(), Optional.of(kept)) : store(employer, headers, kept);
    return Response.ok(
            new AvailabilityView(
                AvailabilityView.said(dryRun, outside(rules, then, now)),
                AvailabilityView.times(outside(rules, then, now), zone),
                AvailabilityView.days(rules, me.facts(), then, now, zone)))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  /** From now on the weekly windows count alone. */
  @DELETE
  public Response delete() {
    Employer employer = scope().own();
    new OwnChange(scope(), employer, directory).change(facts -> with(facts, Optional.empty()));
    return Response.noContent().build();
  }

  /** Where a version is named, only over that one. */
  private PersonFacts store(Employer employer, HttpHeaders headers, String calendar) {
    OwnChange own = new OwnChange(scope(), employer, directory);
    UnaryOperator<PersonFacts> change = facts -> with(facts, Optional.of(calendar));
    return headers.getHeaderString(HttpHeaders.IF_MATCH) == null
        ? own.change(change)
        : own.change(change, headers);
  }

  private static PersonFacts with(PersonFacts facts, Optional<String> calendar) {
    Hours hours = facts.hours();
    return OwnHours.of(facts, calendar.isPresent() || hours.windows().isPresent())
        .withHours(
            new Hours(hours.windows(), hours.pattern(), calendar, hours.focus(), hours.oneOffs()));
  }

  private static List<Span> outside(Reachability rules, PersonFacts facts, Instant now) {
    Span weeks = AvailabilityView.weeks(now);
    return rules.stretches(facts, weeks.from(), weeks.to()).stream()
        .filter(s -> s.kind().outsideFrame())
        .map(s -> new Span(s.start(), s.end()))
        .toList();
  }

  private EmployerScope scope() {
    return new EmployerScope(caller, directory);
  }
}
