package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Detail;
import org.feierabend.audit.Who;
import org.feierabend.channels.report.OpenDataBundle;
import org.feierabend.intake.IssuedReports;
import org.feierabend.intake.IssuedReports.Issued;
import org.feierabend.intake.OpenDataApprovals;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.policy.OpenData;
import org.feierabend.policy.Policies;
import org.feierabend.report.Figures;
import org.feierabend.report.Releases;
import org.feierabend.report.Report;
import org.feierabend.report.ReportPeriod;
import org.feierabend.report.ReportPeriod.Kind;

/**
 * A year as open data. HR and the works council read the bundle first; it leaves the house when
 * both agreed to exactly these bytes.
 */
@Path("open-data")
@ApplicationScoped
public class OpenDataResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Releases releases;
  @Inject IssuedReports issued;
  @Inject OpenDataApprovals approvals;
  @Inject Policies policies;
  @Inject EmployerTime time;
  @Inject AuditLog audit;
  @Inject Clock clock;

  /**
   * @param prepared when the year's report was
   * @param approvals {@code hr} and {@code council} → when they agreed to this hash
   * @param free whether it may leave the house
   */
  record Year(
      int year,
      String prepared,
      String hash,
      String licence,
      Map<String, String> approvals,
      boolean free)
      implements View {}

  record Years(List<Year> years) implements View {}

  /** The newest first; empty where the policy names no licence. */
  @GET
  @RolesAllowed({"hr", "council", "operator"})
  @Produces("application/json")
  public View list(@QueryParam("employer") String named) {
    Employer employer = new EmployerScope(caller, directory).named(named);
    List<Year> years = new ArrayList<>();
    for (Issued report : issued.all(employer))
      if (report.period().kind() == Kind.YEARLY)
        policies
            .policy(employer.policy())
            .reporting()
            .openData()
            .ifPresent(
                terms ->
                    years.add(0, year(employer, report, bundle(employer, report, terms), terms)));
    return new Years(years);
  }

  /** For the operator, who puts it on a portal, only once both agreed. */
  @GET
  @Path("{year}")
  @RolesAllowed({"hr", "council", "operator"})
  public Response bundle(@PathParam("year") String year, @QueryParam("employer") String named) {
    Employer employer = new EmployerScope(caller, directory).named(named);
    OpenDataBundle bundle = bundle(employer, found(employer, year), terms(employer));
    if (caller.is(Role.OPERATOR) && !approvals.free(employer, bundle.year(), bundle.hash()))
      throw Trouble.of(
          409,
          "Die offenen Daten %d verlassen das Haus erst, wenn Personalamt und Personalrat zugestimmt haben."
              .formatted(bundle.year()),
          "The open data of %d leave the house only when personnel office and works council have agreed."
              .formatted(bundle.year()));
    return Response.ok(bundle.bytes(), "application/zip")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + bundle.fileName() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  /** {@code {"hash": "…"}}: to exactly these bytes, as the side of this log-in. */
  @POST
  @Path("{year}/approval")
  @RolesAllowed({"hr", "council"})
  @Consumes("application/json")
  @Produces("application/json")
  public View approve(@PathParam("year") String year, InputStream body) throws IOException {
    Employer employer = new EmployerScope(caller, directory).own();
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("hash"));
    String hash = document.text("hash");
    Issued report = found(employer, year);
    OpenData terms = terms(employer);
    OpenDataBundle bundle = bundle(employer, report, terms);
    if (!bundle.hash().equals(hash))
      throw Trouble.of(
          409,
          "Die Zustimmung gilt anderen Daten; die jetzigen haben die Prüfsumme %s."
              .formatted(bundle.hash()),
          "This agrees to other data; the present ones have the hash %s.".formatted(bundle.hash()));
    Role side = caller.is(Role.COUNCIL) ? Role.COUNCIL : Role.HR;
    audit.noted(
        () -> approvals.approve(employer, bundle.year(), hash, side, time.now(employer)),
        approved(employer, side, bundle));
    return year(employer, report, bundle, terms);
  }

  private AuditEntry approved(Employer employer, Role side, OpenDataBundle bundle) {
    return AuditEntry.of(
        employer.id(),
        AuditEvent.OPEN_DATA_APPROVED,
        Who.of(side),
        clock.instant(),
        Map.of(Detail.YEAR, Integer.toString(bundle.year()), Detail.HASH, bundle.hash()));
  }

  private Issued found(Employer employer, String year) {
    return issued.all(employer).stream()
        .filter(r -> r.period().kind() == Kind.YEARLY && r.period().label().equals(year))
        .findFirst()
        .orElseThrow(
            () ->
                Trouble.of(
                    404,
                    "Für dieses Jahr gibt es noch keinen Jahresbericht.",
                    "There is no report of this year yet."));
  }

  private OpenData terms(Employer employer) {
    return policies
        .policy(employer.policy())
        .reporting()
        .openData()
        .orElseThrow(
            () ->
                Trouble.of(
                    404,
                    "Die Vereinbarung nennt keine Lizenz für offene Daten (reports, open-data).",
                    "The policy names no licence for open data (reports, open-data)."));
  }

  /** Out of the ledger as it is: a week withdrawn since gives other bytes, to agree to anew. */
  private OpenDataBundle bundle(Employer employer, Issued yearly, OpenData terms) {
    int year = Integer.parseInt(yearly.period().label());
    Figures figures = Figures.of(releases.ledger(employer.id()));
    List<Report> reports = new ArrayList<>();
    reports.add(Report.of(employer.name(), yearly.period(), figures));
    for (int quarter = 1; quarter <= 4; quarter++)
      reports.add(Report.of(employer.name(), ReportPeriod.parse(year + "-Q" + quarter), figures));
    return OpenDataBundle.of(year, reports, terms, employer.municipality());
  }

  private Year year(Employer employer, Issued report, OpenDataBundle bundle, OpenData terms) {
    Map<String, String> agreed = new TreeMap<>();
    for (Map.Entry<Role, Instant> e :
        approvals.of(employer, bundle.year(), bundle.hash()).entrySet())
      agreed.put(e.getKey().key(), Json.at(e.getValue(), employer.zone()));
    return new Year(
        bundle.year(),
        Json.at(report.prepared(), employer.zone()),
        bundle.hash(),
        terms.licence().key(),
        agreed,
        approvals.free(employer, bundle.year(), bundle.hash()));
  }
}
