package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.feierabend.decision.Reachabilities;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Role;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Arrangements;
import org.feierabend.telework.TeleworkDay;
import org.feierabend.telework.TeleworkDays;
import org.feierabend.telework.TeleworkDesk;
import org.feierabend.telework.TeleworkVerdict;

/** My telework: days, quota, agreement. Of these HR sees the agreement and what waits for HR. */
@Path("me/telework")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class MyTeleworkResource {
  private static final int MINUTES_A_DAY = 1440;
  private static final int LONGEST_LOOK = 62;

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Reachabilities reachabilities;
  @Inject TeleworkDesk desk;
  @Inject TeleworkDays days;
  @Inject Arrangements arrangements;
  @Inject EmployerTime time;

  @GET
  public Response mine() {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    return answer(
        MyTelework.of(
            desk,
            arrangements,
            days.shown(employer).contains(me.no()),
            employer,
            me,
            today(employer)));
  }

  /**
   * {@code {"date", "minutes", "place", "instead_of"}}: decided at once, and kept unless denied.
   */
  @POST
  @Path("days")
  @Consumes("application/json")
  public Response ask(InputStream body) throws IOException {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    LocalDate today = today(employer);
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("date", "minutes", "place", "instead_of"));
    TeleworkDay day = day(document, employer, me, today);
    if (TeleworkDesk.absent(me, day.date(), employer.zone()))
      throw Trouble.of(
          409,
          "Am %s sind Sie abwesend; an diesem Tag gibt es keine Telearbeit.".formatted(day.date()),
          "On %s you are absent; there is no telework on that day.".formatted(day.date()));
    TeleworkVerdict verdict =
        desk.ask(employer, me, day, place(document), document.date("instead_of"), today);
    return answer(
        TeleworkViews.Verdict.of(
            day.date(), day.minutes(), verdict, reachabilities.under(employer.policy()).edition()));
  }

  private TeleworkDay day(Fields document, Employer employer, Person me, LocalDate today) {
    LocalDate date = document.date("date").orElseThrow(() -> document.missing("date"));
    LocalDate last = today.plus(desk.law(me, today).horizon());
    if (date.isBefore(today) || date.isAfter(last))
      throw Trouble.field(
          "/date",
          "Geplant wird von heute bis %s, aber gefragt ist %s.".formatted(last, date),
          "Days are planned from today to %s, but %s is asked for.".formatted(last, date));
    int minutes =
        document
            .whole("minutes", 1, MINUTES_A_DAY)
            .orElseGet(() -> desk.usualDay(desk.holding(employer, me).terms(), desk.law(me, date)));
    return new TeleworkDay(date, minutes);
  }

  private static String place(Fields document) {
    return document
        .optional("place")
        .map(place -> TermsReader.requirePlace(document, "place", place))
        .orElse("");
  }

  /** Taken back: not wanted any more, ill, or called in. Its quota is free again. */
  @DELETE
  @Path("days/{date}")
  public Response takeBack(@PathParam("date") String date) {
    Employer employer = scope().own();
    if (!desk.takeBack(employer, scope().self(employer), date(date))) throw noDay(date);
    return done();
  }

  /** {@code {"visible": true}}: colleagues of the unit see one's days. */
  @PUT
  @Path("visible")
  @Consumes("application/json")
  public Response show(InputStream body) throws IOException {
    Employer employer = scope().own();
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("visible"));
    days.show(employer, scope().self(employer).no(), document.flag("visible"));
    return done();
  }

  /** How many of one's unit telework, for planning desks. */
  @GET
  @Path("desks")
  public Response desks(@QueryParam("from") String from, @QueryParam("to") String to) {
    Employer employer = scope().own();
    LocalDate first = from == null ? today(employer) : date(from);
    LocalDate last = to == null ? first.plusDays(14) : date(to);
    if (!first.isBefore(last) || last.isAfter(first.plusDays(LONGEST_LOOK)))
      throw Trouble.field(
          "?to",
          "Der Zeitraum hat 1 bis %d Tage.".formatted(LONGEST_LOOK),
          "The span has 1 to %d days.".formatted(LONGEST_LOOK));
    var found = desk.desks(employer, scope().self(employer), first, last);
    return answer(
        new TeleworkViews.Desks(
            found.get(0).staff(), found.stream().map(TeleworkViews.Desk::of).toList()));
  }

  /** Terms I propose; HR answers. */
  @POST
  @Path("agreements")
  @Consumes("application/json")
  public Response propose(@HeaderParam("Idempotency-Key") String key, InputStream body)
      throws IOException {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(TermsReader.TERMS);
    AgreementDoor door = door(employer);
    return door.answer(
        door.added(
            Versions.newId(employer, caller, key),
            new Arrangement.One(me.no()),
            Arrangement.State.PROPOSED,
            Role.EMPLOYEE,
            document));
  }

  /** {@code agreement}, {@code refusal} or {@code revocation}. */
  @POST
  @Path("agreements/{id}/{word}")
  public Response say(
      @PathParam("id") String id,
      @PathParam("word") String word,
      @HeaderParam(HttpHeaders.IF_MATCH) String read,
      InputStream body)
      throws IOException {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    AgreementDoor door = door(employer);
    Arrangement found = door.found(id, Optional.of(me), Role.EMPLOYEE);
    return door.answer(door.said(found, word, Role.EMPLOYEE, read, body));
  }

  private AgreementDoor door(Employer employer) {
    return new AgreementDoor(
        employer, directory, arrangements, desk, time.now(employer), today(employer));
  }

  private LocalDate today(Employer employer) {
    return time.now(employer).atZone(employer.zone()).toLocalDate();
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (java.time.DateTimeException e) {
      throw Trouble.of(
          400, "Ein Tag wird wie 2026-01-05 geschrieben.", "A day is written like 2026-01-05.");
    }
  }

  static Trouble noDay(String date) {
    return Trouble.of(
        404,
        "Für %s ist kein Tag Telearbeit eingetragen.".formatted(date),
        "No telework day is entered for %s.".formatted(date));
  }

  private EmployerScope scope() {
    return new EmployerScope(caller, directory);
  }

  private static Response answer(View view) {
    return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
  }

  private static Response done() {
    return Response.noContent().header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
  }
}
