package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.people.UnitId;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Reminders;

/** What of the telework agreements runs out; people's own are HR's to see, and theirs. */
@Path("telework/reminders")
@ApplicationScoped
@RolesAllowed({"hr", "council"})
@Produces("application/json")
public class TeleworkRemindersResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Reminders reminders;
  @Inject MyTelework telework;

  /** HR sees all, the works council those of units; the next first. */
  @GET
  public Response all() {
    Employer employer = new EmployerScope(caller, directory).own();
    Function<UnitId, Sentence> names = UnitNames.of(directory, employer);
    List<ReminderView> seen =
        reminders.all(employer, telework.today(employer)).stream()
            .filter(r -> caller.is(Role.HR) || r.about().whom() instanceof Arrangement.All)
            .map(
                r ->
                    ReminderView.of(
                        r,
                        no -> directory.person(employer, no).map(p -> p.id().value()).orElse(null),
                        names))
            .toList();
    return Response.ok(new ReminderView.Every(seen))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}
