package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.report.Withdrawals;
import org.feierabend.timeline.IsoWeek;

/** A release that turned out wrong is taken back; its cost stays spent. */
@Path("releases/{week}/withdrawal")
@ApplicationScoped
@RolesAllowed("operator")
@Produces("application/json")
public class WithdrawalResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Withdrawals withdrawals;

  @POST
  @Consumes("application/json")
  public Response withdraw(
      @PathParam("week") String text, @QueryParam("employer") String named, InputStream body)
      throws IOException {
    IsoWeek week = WeekSpan.week("/week", text);
    Employer employer = new EmployerScope(caller, directory).named(named);
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("reason"));
    String reason = document.text("reason");
    if (reason.isBlank() || reason.length() > Withdrawals.LONGEST_REASON)
      throw Trouble.field(
          "/reason",
          "Ein Grund hat 1 bis %d Zeichen; jeder kann ihn für immer lesen, also keine Namen."
              .formatted(Withdrawals.LONGEST_REASON),
          "A reason has 1 to %d characters; everybody can read it for ever, so no names."
              .formatted(Withdrawals.LONGEST_REASON));
    Optional<Withdrawals.Not> not = withdrawals.withdraw(employer.id(), week, reason);
    if (not.isEmpty()) return Response.noContent().build();
    throw not.get() == Withdrawals.Not.RELEASED
        ? Trouble.of(
            404,
            "Die Woche %s ist nicht veröffentlicht.".formatted(week),
            "Week %s is not released.".formatted(week))
        : Trouble.of(
            409,
            "Die Woche %s ist schon zurückgezogen.".formatted(week),
            "Week %s is withdrawn already.".formatted(week));
  }
}
