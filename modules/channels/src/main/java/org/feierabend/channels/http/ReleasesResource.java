package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.report.ChainHeads;
import org.feierabend.report.Figures;
import org.feierabend.report.PublishedRelease;
import org.feierabend.report.Releases;
import org.feierabend.timeline.IsoWeek;

/** What was published: the weeks, and the ledger that accounts for them. */
@Path("/")
@ApplicationScoped
public class ReleasesResource {
  record Listing(List<ReleaseView> releases) implements View {}

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Releases releases;
  @Inject ChainHeads heads;

  @GET
  @Path("releases")
  @RolesAllowed({"council", "hr", "manager", "operator"})
  @Produces("application/json")
  public View list(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("employer") String named) {
    WeekSpan span = WeekSpan.of(from, to);
    Employer employer = scope().named(named);
    BlockNames names = new BlockNames(directory.units(employer));
    return new Listing(
        published(employer).stream()
            .filter(r -> span.holds(r.week()))
            .map(r -> ReleaseView.of(r, names))
            .toList());
  }

  @GET
  @Path("releases/{week}")
  @RolesAllowed({"council", "hr", "manager", "operator"})
  @Produces("application/json")
  public View one(@PathParam("week") String text, @QueryParam("employer") String named) {
    IsoWeek week = WeekSpan.week("/week", text);
    Employer employer = scope().named(named);
    BlockNames names = new BlockNames(directory.units(employer));
    return published(employer).stream()
        .filter(r -> r.week().equals(week))
        .findFirst()
        .map(r -> ReleaseView.of(r, names))
        .orElseThrow(
            () ->
                Trouble.of(
                    404,
                    "Die Woche %s ist nicht veröffentlicht. Eine Woche wird frühestens 36 Stunden nach ihrem Ende geschlossen und dann einmal veröffentlicht."
                        .formatted(week),
                    "Week %s is not released. A week is closed 36 hours after it ends at the earliest, and then released once."
                        .formatted(week)));
  }

  @GET
  @Path("ledger")
  @RolesAllowed({"council", "hr", "operator"})
  @Produces("application/x-ndjson")
  public Response ledger(@QueryParam("employer") String named) {
    return ChainLines.of(releases.ledger(scope().named(named).id()));
  }

  /** Its signed end: who keeps it notices later that rows were cut off. */
  @GET
  @Path("ledger/head")
  @RolesAllowed({"council", "hr", "operator"})
  @Produces("application/json")
  public Response head(@QueryParam("employer") String named) {
    return ChainLines.head(heads.ledger(scope().named(named).id()), "ledger-head");
  }

  private List<PublishedRelease> published(Employer employer) {
    return Figures.of(releases.ledger(employer.id())).releases();
  }

  private EmployerScope scope() {
    return new EmployerScope(caller, directory);
  }
}
