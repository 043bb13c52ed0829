package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.feierabend.calendar.CalendarServer;
import org.feierabend.calendar.KeptTimes;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;

/** Whether my free times are kept in the calendar server too: my word alone. */
@Path("me/calendar")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class MyCalendarResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject CalendarServer calendars;
  @Inject KeptTimes kept;

  @GET
  public Response get() {
    Employer employer = scope().own();
    return mine(employer);
  }

  /** {@code {"wanted": true}}: from the next half minute on, or no longer. */
  @PUT
  @Consumes("application/json")
  public Response want(InputStream body) throws IOException {
    Employer employer = scope().own();
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("wanted"));
    boolean wanted = document.flag("wanted");
    if (wanted && !calendars.keeps(employer.id()))
      throw Trouble.of(
          409,
          "Hier ist kein Kalenderserver angeschlossen, der Verfügbarkeit aufhebt.",
          "No calendar server that keeps availability is connected here.");
    kept.want(employer, scope().self(employer).no(), wanted);
    return mine(employer);
  }

  private Response mine(Employer employer) {
    return Response.ok(
            KeptView.of(
                kept.of(employer, scope().self(employer).no()),
                calendars.serves(employer.id()),
                calendars.keeps(employer.id())))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  private EmployerScope scope() {
    return new EmployerScope(caller, directory);
  }
}
