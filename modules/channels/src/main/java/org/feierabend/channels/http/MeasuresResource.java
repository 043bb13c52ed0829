package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.channels.report.MeasureTable;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;
import org.feierabend.measure.Effect;
import org.feierabend.measure.Measure;
import org.feierabend.measure.Measure.Proposal;
import org.feierabend.measure.MeasurePlan;
import org.feierabend.measure.Measures;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.people.UnitId;
import org.feierabend.report.Figures;
import org.feierabend.report.Releases;

/** What HR and works council agree to do about a figure, and what the releases say of it. */
@Path("measures")
@ApplicationScoped
@RolesAllowed({"hr", "council"})
@Produces("application/json")
public class MeasuresResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Measures measures;
  @Inject AuditLog audit;
  @Inject Releases releases;
  @Inject EmployerTime time;

  /** By horizon and due date, with the sums of each horizon. */
  @GET
  public Response all() {
    Employer employer = employer();
    return Response.ok(
            MeasureViews.All.of(side(), measures.all(employer), names(employer), employer.zone()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  /** Waits for the other side. */
  @POST
  @Consumes("application/json")
  public Response propose(@HeaderParam("Idempotency-Key") String key, InputStream body)
      throws IOException {
    Employer employer = employer();
    MeasurePlan plan = reader(employer).fresh(fields(body));
    UUID id = Versions.newId(employer, caller, key);
    Measure kept =
        measures
            .find(employer, id)
            .orElseGet(
                () ->
                    audited(employer)
                        .measure(
                            AuditEvent.MEASURE_CHANGED,
                            () -> {
                              measures.add(
                                  employer, Measure.proposed(id, plan, side(), time.now(employer)));
                              return found(employer, id.toString());
                            }));
    Proposal asked = new Proposal(Optional.of(plan), side());
    if (kept.version() == 1 && kept.proposal().filter(asked::equals).isEmpty())
      throw IdempotencyFilter.taken();
    return answer(employer, kept);
  }

  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    Employer employer = employer();
    return answer(employer, found(employer, id));
  }

  /** Proposes other terms; those agreed before hold until the other side agrees. */
  @PUT
  @Path("{id}")
  @Consumes("application/json")
  public Response change(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String read, InputStream body)
      throws IOException {
    Employer employer = employer();
    Measure found = found(employer, id);
    Versions.requireRead(found.version(), read);
    MeasurePlan plan = reader(employer).read(fields(body));
    return stored(
        employer, AuditEvent.MEASURE_CHANGED, () -> found.change(plan, side(), time.now(employer)));
  }

  /**
   * {@code agreement}, {@code refusal} (of one's own proposal: withdrawal), {@code abandonment};
   * with {@code {"on": "2026-03-01"}}: {@code beginning}, {@code completion}.
   */
  @POST
  @Path("{id}/{word}")
  @Idempotent
  @Consumes("application/json")
  public Response say(
      @PathParam("id") String id,
      @PathParam("word") String word,
      @HeaderParam(HttpHeaders.IF_MATCH) String read,
      InputStream body)
      throws IOException {
    Employer employer = employer();
    Measure found = found(employer, id);
    Versions.requireRead(found.version(), read);
    Fields document = fields(body);
    document.only(Set.of("on"));
    return stored(
        employer,
        word.equals("agreement") ? AuditEvent.MEASURE_AGREED : AuditEvent.MEASURE_CHANGED,
        () ->
            switch (word) {
              case "agreement" -> found.agree(side(), time.now(employer));
              case "refusal" -> found.refuse(time.now(employer));
              case "abandonment" -> found.giveUp(side(), time.now(employer));
              case "beginning" -> found.begin(on(document, employer), time.now(employer));
              case "completion" -> found.finish(on(document, employer), time.now(employer));
              default -> throw Trouble.of(404);
            });
  }

  /** The indicator's released trend, before against after. */
  @GET
  @Path("{id}/trend")
  public View trend(@PathParam("id") String id) {
    Employer employer = employer();
    Measure found = found(employer, id);
    return MeasureViews.Trend.of(
        found, Effect.of(found, Figures.of(releases.ledger(employer.id())), today(employer)));
  }

  /** For the city council: a line for each measure, and the sums. */
  @GET
  @Path("table.csv")
  @Produces("text/csv; charset=utf-8")
  public Response table(@QueryParam("language") String named) {
    Employer employer = employer();
    Language language = ReportsResource.language(named);
    Figures figures = Figures.of(releases.ledger(employer.id()));
    MeasureTable table = new MeasureTable(language, names(employer));
    byte[] csv =
        table.csv(
            measures.all(employer).stream()
                .map(m -> new MeasureTable.Line(m, Effect.of(m, figures, today(employer))))
                .toList());
    return Response.ok(csv)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + table.fileName() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  private Response stored(Employer employer, AuditEvent what, Supplier<Measure> step) {
    Measure next = Versions.fitting(step);
    audited(employer)
        .measure(
            what,
            () -> {
              if (!measures.replace(employer, next)) throw Versions.changed();
              return next;
            });
    return answer(employer, next);
  }

  private AgreedAudit audited(Employer employer) {
    return new AgreedAudit(audit, employer, side(), time.now(employer));
  }

  private Response answer(Employer employer, Measure m) {
    return Versions.answer(MeasureViews.One.of(m, names(employer), employer.zone()), m.version());
  }

  private Measure found(Employer employer, String id) {
    try {
      return measures.find(employer, UUID.fromString(id)).orElseThrow(MeasuresResource::unknown);
    } catch (IllegalArgumentException noId) {
      throw unknown();
    }
  }

  private static Trouble unknown() {
    return Trouble.of(404, "Diese Maßnahme gibt es nicht.", "There is no such measure.");
  }

  private MeasureReader reader(Employer employer) {
    return new MeasureReader(directory.units(employer), today(employer));
  }

  private static Fields fields(InputStream body) throws IOException {
    return new Fields(Body.object(body, Body.SMALL), "");
  }

  private LocalDate on(Fields document, Employer employer) {
    LocalDate day = document.date("on").orElseGet(() -> today(employer));
    if (day.isAfter(today(employer)))
      throw Trouble.field(
          "/on",
          "Das wird vermerkt, sobald es geschehen ist; %s liegt noch vor uns.".formatted(day),
          "This is noted once it has happened; %s is still to come.".formatted(day));
    return day;
  }

  private Function<UnitId, Sentence> names(Employer employer) {
    return UnitNames.of(directory, employer);
  }

  private LocalDate today(Employer employer) {
    return time.now(employer).atZone(employer.zone()).toLocalDate();
  }

  private Role side() {
    return caller.is(Role.HR) ? Role.HR : Role.COUNCIL;
  }

  private Employer employer() {
    return new EmployerScope(caller, directory).own();
  }
}
