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
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.telework.DeskPlan;
import org.feierabend.telework.ExceptionReason;
import org.feierabend.telework.Resident;
import org.feierabend.telework.Residents;
import org.feierabend.telework.TeleworkDay;
import org.feierabend.telework.TeleworkDays;
import org.feierabend.telework.TeleworkDesk;

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
  @Inject MyTelework telework;
  @Inject Residents residents;
  @Inject TeleworkDesk desk;
  @Inject TeleworkDays days;
  @Inject EmployerTime time;

  @GET
  public Response mine() {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    return answer(telework.of(employer, me));
  }

  /**
   * {@code {"date", "minutes", "place", "instead_of", "exception"}}: decided at once, and kept
   * unless denied. With a reason of the list, what the agreement denies goes to HR.
   */
  @POST
  @Path("days")
  @Idempotent
  @Consumes("application/json")
  public Response ask(InputStream body) throws IOException {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    LocalDate today = today(employer);
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("date", "minutes", "place", "instead_of", "exception"));
    TeleworkDay day = day(document, employer, me, today);
    if (TeleworkDesk.absent(me, day.date(), employer.zone()))
      throw Trouble.of(
          409,
          "Am %s sind Sie abwesend; an diesem Tag gibt es keine Telearbeit.".formatted(day.date()),
          "On %s you are absent; there is no telework on that day.".formatted(day.date()));
    TeleworkDesk.Wish wish =
        new TeleworkDesk.Wish(
            day,
            place(document),
            document.date("instead_of"),
            document.word("exception", ExceptionReason.class));
    return answer(
        TeleworkViews.Verdict.of(
            day.date(),
            day.minutes(),
            Versions.fitting(() -> desk.ask(employer, me, wish, today)),
            telework.edition(employer)));
  }

  private TeleworkDay day(Fields document, Employer employer, Person me, LocalDate today) {
    LocalDate date = document.date("date").orElseThrow(() -> document.missing("date"));
    LocalDate last = today.plus(desk.law(employer, me, today).horizon());
    if (date.isBefore(today) || date.isAfter(last))
      throw Trouble.field(
          "/date",
          "Geplant wird von heute bis %s, aber gefragt ist %s.".formatted(last, date),
          "Days are planned from today to %s, but %s is asked for.".formatted(last, date));
    int minutes =
        document
            .whole("minutes", 1, MINUTES_A_DAY)
            .orElseGet(
                () ->
                    desk.usualDay(
                        me,
                        desk.holding(employer, me, date).terms(),
                        desk.law(employer, me, date)));
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
    if (!document.node().hasNonNull("visible")) throw document.missing("visible");
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
    var found = new DeskPlan(days, directory).of(employer, scope().self(employer), first, last);
    return answer(
        new TeleworkViews.Desks(
            found.get(0).staff(), found.stream().map(TeleworkViews.Desk::of).toList()));
  }

  /** Where I live, as far as I or HR said, with its ETag. */
  @GET
  @Path("residence")
  public Response home() {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    return ResidentView.answer(me, residents.of(employer, me.no()));
  }

  /** {@code {"residence": "AT"}}: where I live; HR reads it too. */
  @PUT
  @Path("residence")
  @Consumes("application/json")
  public Response live(@HeaderParam(HttpHeaders.IF_MATCH) String read, InputStream body)
      throws IOException {
    Employer employer = scope().own();
    Person me = scope().self(employer);
    Resident before = residents.of(employer, me.no());
    Versions.requireRead(before.version(), read);
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("residence"));
    document.text("residence");
    Resident next = before.next(Optional.of(TermsReader.residence(document, "")), before.weekly());
    if (!residents.keep(employer, me.no(), next)) throw Versions.changed();
    return ResidentView.answer(me, next);
  }

  private LocalDate today(Employer employer) {
    return telework.today(employer);
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
