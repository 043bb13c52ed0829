package org.feierabend.channels.http;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Reachabilities;
import org.feierabend.intake.OpenHours;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Unit;
import org.feierabend.timeline.PersonFacts;

/**
 * When a unit can be reached, from the policy alone: as a page and for calendars. Whether somebody
 * without a log-in comes here at all is the gate's business.
 */
@Path("hours/{employer}/{unit}")
@ApplicationScoped
@PermitAll
public class OpenHoursResource {
  private static final int PAGE_DAYS = 14;
  private static final int CALENDAR_DAYS = 90;

  @Inject Directory directory;
  @Inject Reachabilities reachabilities;
  @Inject EmployerTime time;

  @GET
  public Response page(
      @PathParam("employer") String employer,
      @PathParam("unit") String unit,
      @QueryParam("language") String language) {
    Employer of = employer(employer);
    return Response.ok(
            OpenHoursForm.page(
                of,
                unit(of, unit),
                today(of),
                hours(of, PAGE_DAYS),
                ReportsResource.language(language)),
            "text/html;charset=UTF-8")
        .build();
  }

  @GET
  @Path("hours.ics")
  public Response calendar(@PathParam("employer") String employer, @PathParam("unit") String unit) {
    Employer of = employer(employer);
    return Response.ok(
            OpenHoursForm.calendar(unit(of, unit), time.now(of), hours(of, CALENDAR_DAYS)),
            "text/calendar;charset=UTF-8")
        .build();
  }

  private LocalDate today(Employer employer) {
    return LocalDate.ofInstant(time.now(employer), employer.zone());
  }

  private List<PersonFacts.Span> hours(Employer of, int days) {
    Instant from = today(of).atStartOfDay(of.zone()).toInstant();
    Instant to = today(of).plusDays(days).atStartOfDay(of.zone()).toInstant();
    return new OpenHours(of, reachabilities.under(of.policy())).between(from, to);
  }

  private Employer employer(String id) {
    try {
      return directory.employer(new EmployerId(id)).orElseThrow(OpenHoursResource::none);
    } catch (IllegalArgumentException noId) {
      throw none();
    }
  }

  private Unit unit(Employer employer, String id) {
    return directory.units(employer).stream()
        .filter(u -> u.id().value().equals(id))
        .findFirst()
        .orElseThrow(OpenHoursResource::none);
  }

  private static Trouble none() {
    return Trouble.of(404, "Diese Stelle gibt es nicht.", "There is no such unit.");
  }
}
