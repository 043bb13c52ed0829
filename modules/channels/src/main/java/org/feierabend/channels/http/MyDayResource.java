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
import org.feierabend.timeline.PersonFacts;
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

  private static final int TRIES = 5;

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
    return kept(scope, employer, once -> once.available() || !Spans.within(once.span(), now));
  }

  /** Midnight; for whoever works across it, before their next evening. */
  private static Instant endOfDay(Person person, Employer employer, Instant now) {
    boolean nights =
        person.facts().windows().stream()
            .flatMap(List::stream)
            .anyMatch(w -> !w.from().isBefore(w.to()) && !w.to().equals(LocalTime.MIDNIGHT));
    if (nights) return now.plus(SHORT_NIGHT);
    ZoneId zone = Zones.of(person, employer);
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
    return stored(
        scope,
        employer,
        before -> {
          List<OneOff> kept = new ArrayList<>();
          if (!said.isEmpty())
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
    for (int tries = 1; tries <= TRIES; tries++) {
      Person person = scope.self(employer);
      long version = directory.version(employer, person.id());
      PersonFacts.Hours hours = person.facts().hours();
      PersonFacts changed =
          person.facts().withHours(hours.withOneOffs(change.apply(hours.oneOffs())));
      if (directory.replaceFacts(employer, person.id(), changed, version))
        return Response.noContent().build();
    }
    throw Trouble.of(
        409,
        "Ihre Einstellungen werden gerade anderswo geändert. Bitte noch einmal.",
        "Your settings are being changed elsewhere. Please try again.");
  }
}
