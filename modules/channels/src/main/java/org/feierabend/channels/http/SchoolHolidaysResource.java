package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.List;
import org.feierabend.calendar.SchoolHolidays;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;

/** School holidays to come, for whoever plans their own times by them. */
@Path("school-holidays")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class SchoolHolidaysResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject SchoolHolidays holidays;
  @Inject EmployerTime time;

  /** Both dates included. */
  record One(String year, Sentence name, String from, String to) {}

  record All(String state, String source, List<One> holidays) implements View {}

  @GET
  public View all() {
    Employer employer = new EmployerScope(caller, directory).own();
    LocalDate today = LocalDate.ofInstant(time.now(employer), employer.zone());
    return new All(
        holidays.state(),
        holidays.source(),
        holidays.from(today).stream()
            .map(p -> new One(p.year(), p.name(), p.from().toString(), p.to().toString()))
            .toList());
  }
}
