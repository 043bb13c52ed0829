package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.feierabend.intake.EndOfWork;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts.OneOff;
import org.feierabend.timeline.PersonFacts.Span;

/**
 * One tap: my working day ends, I am quiet or available until then. Nobody else is told, and no
 * answer differs for anybody else but in when they reach me.
 */
@Path("me")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class MyDayResource {
  /** Longer than that is an absence, with a deputy. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private static final int TRIES = 5;

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject EndOfWork endOfWork;
  @Inject EmployerTime time;

  /** My work ends now: rest begins. */
  @POST
  @Path("feierabend")
  public Response feierabend() {
    EmployerScope scope = new EmployerScope(caller, directory);
    Employer employer = scope.own();
    endOfWork.workEnds(employer, scope.self(employer), time.now(employer));
    return Response.noContent().build();
  }

  /** I tapped too early: my work goes on. */
  @DELETE
  @Path("feierabend")
  public Response goesOn() {
    EmployerScope scope = new EmployerScope(caller, directory);
    Employer employer = scope.own();
    endOfWork.workGoesOn(employer, scope.self(employer), time.now(employer));
    return Response.noContent().build();
  }

  /**
   * {@code {"until": "17:00"}}: off until it is next that late where the person is, or until an
   * instant, whatever the week says.
   */
  @POST
  @Path("quiet")
  @Consumes("application/json")
  public Response quiet(InputStream body) throws IOException {
    return until(body, false);
  }

  /** Available until then, as far as law and agreement allow: no protection ends with it. */
  @POST
  @Path("available")
  @Consumes("application/json")
  public Response available(InputStream body) throws IOException {
    return until(body, true);
  }

  /** Whatever was said once is taken back; the week holds again. */
  @DELETE
  @Path("one-offs")
  public Response asEveryWeek() {
    EmployerScope scope = new EmployerScope(caller, directory);
    Employer employer = scope.own();
    return replaced(scope, employer, time.now(employer), List.of());
  }

  private Response until(InputStream body, boolean available) throws IOException {
    EmployerScope scope = new EmployerScope(caller, directory);
    Employer employer = scope.own();
    Instant now = time.now(employer);
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("until"));
    Instant until = until(document, now, Zones.of(scope.self(employer), employer));
    if (!until.isAfter(now))
      throw Trouble.field("/until", "Dieser Zeitpunkt ist vorbei.", "That instant has passed.");
    if (until.isAfter(now.plus(LONGEST)))
      throw Trouble.field(
          "/until",
          "Höchstens sieben Tage; länger ist eine Abwesenheit mit Vertretung.",
          "Seven days at most; longer is an absence, with a deputy.");
    return replaced(scope, employer, now, List.of(new OneOff(new Span(now, until), available)));
  }

  private static Instant until(Fields document, Instant now, ZoneId zone) {
    if (document.text("until").indexOf('T') >= 0) return document.instant("until").orElseThrow();
    LocalTime late = document.time("until").orElseThrow();
    LocalDate today = LocalDate.ofInstant(now, zone);
    Instant next = late.atDate(today).atZone(zone).toInstant();
    return next.isAfter(now) ? next : late.atDate(today.plusDays(1)).atZone(zone).toInstant();
  }

  /** What has passed is forgotten with it. */
  private Response replaced(
      EmployerScope scope, Employer employer, Instant now, List<OneOff> said) {
    for (int tries = 1; tries <= TRIES; tries++) {
      Person person = scope.self(employer);
      long version = directory.version(employer, person.id());
      List<OneOff> kept = new ArrayList<>();
      if (!said.isEmpty())
        for (OneOff once : person.facts().hours().oneOffs())
          if (once.span().to().isAfter(now)) kept.add(once);
      kept.addAll(said);
      if (directory.replaceFacts(
          employer,
          person.id(),
          person.facts().withHours(person.facts().hours().withOneOffs(kept)),
          version)) return Response.noContent().build();
    }
    throw Trouble.of(
        409,
        "Ihre Einstellungen werden gerade anderswo geändert. Bitte noch einmal.",
        "Your settings are being changed elsewhere. Please try again.");
  }
}
