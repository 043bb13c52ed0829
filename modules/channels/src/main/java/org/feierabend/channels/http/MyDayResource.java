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
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.feierabend.intake.EndOfWork;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts.OneOff;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.Spans;

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

  /** Shorter than any rest: the rest itself protects longer. */
  private static final Duration SHORT_NIGHT = Duration.ofHours(8);

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject EndOfWork endOfWork;
  @Inject EmployerTime time;

  /** My work ends now: today's windows close, or it would be a break, and rest begins. */
  @POST
  @Path("feierabend")
  public Response feierabend() {
    EmployerScope scope = new EmployerScope(caller, directory);
    Employer employer = scope.own();
    Instant now = time.now(employer);
    Instant closed = endOfDay(scope.self(employer), employer, now);
    replaced(scope, employer, now, List.of(new OneOff(new Span(now, closed), false)));
    endOfWork.workEnds(employer, scope.self(employer), now);
    return Response.noContent().build();
  }

  /** I tapped too early: my work goes on. */
  @DELETE
  @Path("feierabend")
  public Response goesOn() {
    EmployerScope scope = new EmployerScope(caller, directory);
    Employer employer = scope.own();
    Instant now = time.now(employer);
    endOfWork.workGoesOn(employer, scope.self(employer), now);
    OwnDays dates = new OwnDays(Zones.of(scope.self(employer), employer), List.of());
    return kept(
        scope,
        employer,
        once -> once.available() || !Spans.within(once.span(), now) || dates.closesDate(once));
  }

  /** Midnight; for whoever works across it, before their next evening. */
  private static Instant endOfDay(Person person, Employer employer, Instant now) {
    boolean nights =
        person.facts().windows().stream()
            .flatMap(List::stream)
            .anyMatch(w -> !w.from().isBefore(w.to()) && !w.to().equals(LocalTime.MIDNIGHT));
    if (nights) return now.plus(SHORT_NIGHT);
    return tomorrow(Zones.of(person, employer), now);
  }

  private static Instant tomorrow(ZoneId zone, Instant now) {
    return LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
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

  /**
   * Whatever was said once for now is taken back; the week holds again, later dates as they are.
   */
  @DELETE
  @Path("one-offs")
  public Response asEveryWeek() {
    EmployerScope scope = new EmployerScope(caller, directory);
    Employer employer = scope.own();
    Instant now = time.now(employer);
    Instant tomorrow = tomorrow(Zones.of(scope.self(employer), employer), now);
    return kept(scope, employer, once -> !once.span().from().isBefore(tomorrow));
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
    return stored(
        scope,
        employer,
        before -> {
          List<OneOff> kept = new ArrayList<>();
          for (OneOff once : before) if (once.span().to().isAfter(now)) kept.add(once);
          kept.addAll(said);
          return kept;
        });
  }

  private Response kept(EmployerScope scope, Employer employer, Predicate<OneOff> which) {
    return stored(scope, employer, before -> before.stream().filter(which).toList());
  }

  private Response stored(
      EmployerScope scope, Employer employer, UnaryOperator<List<OneOff>> change) {
    new OwnChange(scope, employer, directory).oneOffs(change);
    return Response.noContent().build();
  }
}
