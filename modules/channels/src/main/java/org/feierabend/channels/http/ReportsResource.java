package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.feierabend.channels.report.ReportForm;
import org.feierabend.decision.Language;
import org.feierabend.intake.IssuedReports;
import org.feierabend.intake.IssuedReports.Issued;
import org.feierabend.intake.ReportRound;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.policy.Policies;
import org.feierabend.report.Releases;
import org.feierabend.report.Report;
import org.feierabend.report.ReportPeriod;

/** Reports as they were prepared, to be downloaded. */
@Path("reports")
@ApplicationScoped
@RolesAllowed({"council", "hr", "manager"})
public class ReportsResource {
  /** One prepared report. */
  record Entry(String period, String kind, String from, String to, String prepared) {}

  record Listing(List<Entry> reports) implements View {}

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Releases releases;
  @Inject IssuedReports issued;
  @Inject Policies policies;

  /** The newest first. */
  @GET
  @Produces("application/json")
  public View list() {
    List<Entry> reports = new ArrayList<>();
    for (Issued r : issued.all(employer()))
      reports.add(
          0,
          new Entry(
              r.period().label(),
              r.period().kind().key(),
              r.period().from().toString(),
              r.period().to().toString(),
              r.prepared().toString()));
    return new Listing(reports);
  }

  @GET
  @Path("dictionary.csv")
  public Response dictionary() {
    return file(ReportForm.dictionary(), ReportForm.CSV.mediaType(), "feierabend-dictionary.csv");
  }

  @GET
  @Path("{period}/{form}")
  public Response one(
      @PathParam("period") String period,
      @PathParam("form") String key,
      @QueryParam("language") String named) {
    ReportForm form =
        ReportForm.byKey(key)
            .orElseThrow(
                () ->
                    Trouble.of(
                        404,
                        "Berichte gibt es als pdf, html, csv und json.",
                        "Reports exist as pdf, html, csv and json."));
    Language language = language(named);
    Employer employer = employer();
    Issued found = found(employer, period);
    Report report = ReportRound.report(employer, found, releases.ledger(employer.id()));
    return file(form.of(report, language), form.mediaType(), form.fileName(report, language));
  }

  private Employer employer() {
    return new EmployerScope(caller, directory).own();
  }

  private Issued found(Employer employer, String label) {
    ReportPeriod period = period(label);
    return issued.all(employer).stream()
        .filter(r -> r.period().equals(period))
        .findFirst()
        .orElseThrow(() -> missing(employer, period));
  }

  private static ReportPeriod period(String label) {
    try {
      return ReportPeriod.parse(label);
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      throw Trouble.field(
          "period",
          "Ein Zeitraum heißt wie 2026-W05, 2026-02, 2026-Q1 oder 2026.",
          "A period is written like 2026-W05, 2026-02, 2026-Q1 or 2026.");
    }
  }

  private Trouble missing(Employer employer, ReportPeriod period) {
    if (period.to().compareTo(employer.firstWeek()) < 0)
      return Trouble.of(
          404,
          "Einen Bericht für %s gibt es nicht: Die erste Woche ist %s."
              .formatted(period, employer.firstWeek()),
          "There is no report of %s: the first week is %s."
              .formatted(period, employer.firstWeek()));
    LocalTime at = policies.policy(employer.policy()).reporting().at();
    String due = Json.at(period.due(at, employer.zone()), employer.zone());
    return Trouble.of(
        404,
        "Den Bericht für %s gibt es noch nicht: Er entsteht ab %s, sobald alle seine Wochen abgeschlossen sind."
            .formatted(period, due),
        "There is no report of %s yet: it is prepared from %s on, once all of its weeks are closed."
            .formatted(period, due));
  }

  static Language language(String named) {
    if (named == null || named.equals("de")) return Language.DE;
    if (named.equals("en")) return Language.EN;
    throw Trouble.field("?language", "Die Sprache ist de oder en.", "The language is de or en.");
  }

  private static Response file(byte[] content, String mediaType, String name) {
    return Response.ok(content, mediaType)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }
}
