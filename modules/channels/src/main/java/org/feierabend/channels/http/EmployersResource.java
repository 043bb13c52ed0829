package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Who;
import org.feierabend.decision.Reachabilities;
import org.feierabend.intake.Acceptance;
import org.feierabend.intake.WeekTopics;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Role;
import org.feierabend.report.Releases;

/** Employers, for the operator alone. */
@Path("employers")
@ApplicationScoped
@RolesAllowed("operator")
@Produces("application/json")
public class EmployersResource {
  private static final int LARGEST = 32 * 1024 * 1024;

  record Row(
      String id,
      String name,
      String zone,
      String municipality,
      String clock,
      String firstWeek,
      boolean synthetic,
      String policy,
      int people)
      implements View {}

  record Listing(List<Row> employers) implements View {}

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Reachabilities reachabilities;
  @Inject Weeks weeks;
  @Inject WeekTopics topics;
  @Inject Acceptance acceptance;
  @Inject Releases releases;
  @Inject EmployerTime time;
  @Inject Clock wall;
  @Inject AuditLog audit;
  @Inject Instance<DemoMode> demo;

  @GET
  public View list() {
    return new Listing(directory.employers().stream().map(this::row).toList());
  }

  @GET
  @Path("{id}")
  public View one(@PathParam("id") String id) {
    return row(scope().byId(id));
  }

  @POST
  @Consumes("application/json")
  public Response create(InputStream body) throws IOException {
    NewEmployer document =
        EmployerReader.read(new Fields(Body.object(body, LARGEST), ""), LocalDate.now(wall));
    if (directory.employer(document.id()).isPresent())
      throw Trouble.of(
          409,
          "Den Arbeitgeber „%s“ gibt es schon.".formatted(document.id()),
          "There is an employer \"%s\" already.".formatted(document.id()));
    Employer created =
        Trouble.unlessFit(
            () -> {
              reachabilities.under(document.policy());
              // the first row of its log: whoever reads it later knows that none is missing before
              return noted(AuditEvent.EMPLOYER_CREATED, () -> directory.create(document));
            });
    return Response.created(URI.create("/api/v1/employers/" + created.id()))
        .entity(row(created))
        .build();
  }

  private Employer noted(AuditEvent what, Supplier<Employer> change) {
    return audit.together(
        () -> {
          Employer changed = change.get();
          audit.append(
              AuditEntry.of(changed.id(), what, Who.of(Role.OPERATOR), wall.instant(), Map.of()));
          return changed;
        });
  }

  @GET
  @Path("{id}/progress")
  public View progress(@PathParam("id") String id) {
    Employer employer = scope().byId(id);
    return new EmployerProgress(employer, weeks, topics, acceptance, releases)
        .at(time.now(employer));
  }

  /** A demo's town has lived through its generated past and goes on live. Nowhere but in a demo. */
  @POST
  @Path("{id}/clock")
  @Consumes("application/json")
  public View clock(@PathParam("id") String id, InputStream body) throws IOException {
    Fields wanted = new Fields(Body.object(body, LARGEST), "");
    wanted.only(Set.of("clock"));
    Employer employer = scope().byId(id);
    if (!demo.isResolvable() || !demo.get().allowed() || !employer.synthetic())
      throw Trouble.of(
          403,
          "Die Uhr eines Arbeitgebers stellt nur die Demo um.",
          "Only the demo switches an employer's clock.");
    if (wanted.word("clock", Employer.ClockKind.class).orElse(null) != Employer.ClockKind.WALL)
      throw wanted.expected("clock", "\"wall\"");
    return row(noted(AuditEvent.EMPLOYER_CHANGED, () -> directory.followWallClock(employer)));
  }

  private Row row(Employer e) {
    return new Row(
        e.id().value(),
        e.name(),
        e.zone().getId(),
        e.municipality(),
        e.clock().name().toLowerCase(java.util.Locale.ROOT),
        e.firstWeek().toString(),
        e.synthetic(),
        e.policy(),
        directory.people(e).size());
  }

  private EmployerScope scope() {
    return new EmployerScope(caller, directory);
  }
}
