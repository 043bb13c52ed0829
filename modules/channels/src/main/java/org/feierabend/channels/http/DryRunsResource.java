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
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.policy.DryRunDesk;
import org.feierabend.policy.DryRunReport;
import org.feierabend.policy.DryRunResult;
import org.feierabend.policy.GeneratedTraffic;
import org.feierabend.policy.Policies;
import org.feierabend.policy.Policy;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyForms;
import org.feierabend.policy.PolicyTrials;
import org.feierabend.timeline.PersonFacts;

/**
 * A proposal tried on generated contacts, or on a log sent to an employer flagged synthetic; never
 * on what happens to real people.
 */
@Path("policy/dry-runs")
@ApplicationScoped
@RolesAllowed({"hr", "council", "operator"})
@Produces("application/json")
public class DryRunsResource {
  private static final int LARGEST = 1 << 20;

  record Counts(
      long delivered, long silenced, long deferred, long routed, long refused, String longestWait) {
    static Counts of(DryRunResult r) {
      return new Counts(
          r.delivered(),
          r.silenced(),
          r.deferred(),
          r.routed(),
          r.refused(),
          r.longestWait().toString());
    }
  }

  record Report(long contacts, Counts before, Counts after, List<Sentence> sentences) {
    static Report of(DryRunReport r) {
      return new Report(
          r.before().contacts(), Counts.of(r.before()), Counts.of(r.after()), r.sentences());
    }
  }

  /**
   * @param state waiting (for its log), running, done or failed
   */
  record Status(String id, String state, int percent, Report report) implements View {
    static Status of(DryRunDesk.Status s) {
      return new Status(
          s.id().toString(),
          s.state().name().toLowerCase(Locale.ROOT),
          s.percent(),
          s.report().map(Report::of).orElse(null));
    }
  }

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject PolicyForms forms;
  @Inject Policies policies;
  @Inject PolicyTrials trials;
  @Inject DryRunDesk desk;

  /**
   * {@code {"policy": …, "before": …, "traffic": "generated" | "log"}}; a log comes with PUT
   * afterwards.
   */
  @POST
  @Consumes("application/json")
  public Response open(@QueryParam("employer") String named, InputStream body) throws IOException {
    Fields asked = new Fields(Body.exact(body, LARGEST), "");
    asked.only(Set.of("policy", "before", "traffic", "people", "days", "each", "seed"));
    Employer employer = employer(named);
    boolean log = log(asked);
    if (log) requireSynthetic(employer);
    try {
      PolicyDocuments documents = new PolicyDocuments(forms, policies);
      Policy after = documents.field(asked, "policy").policy();
      PolicyDraft before = documents.field(asked, "before", employer.policy());
      DryRunDesk.Status run =
          desk.open(employer.id(), trials.under(before.policy()), trials.under(after));
      if (!log) {
        desk.take(employer.id(), run.id());
        desk.start(employer.id(), run.id(), generated(asked, after));
      }
      return Response.accepted(Status.of(desk.status(employer.id(), run.id()).orElse(run)))
          .location(URI.create("/api/v1/policy/dry-runs/" + run.id()))
          .build();
    } catch (PolicyDocuments.NoPolicy no) {
      return PolicyResource.refused(no);
    }
  }

  /** Lines {@code sender recipient seconds}, see docs/replay.md. */
  @PUT
  @Path("{id}/log")
  @Consumes("text/plain")
  public Response log(
      @PathParam("id") String id,
      @QueryParam("employer") String named,
      @QueryParam("start") String start,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) String length,
      InputStream body)
      throws IOException {
    Employer employer = employer(named);
    requireSynthetic(employer);
    UUID run = known(employer, id);
    LocalDate first = start(start);
    if (!desk.take(employer.id(), run))
      throw Trouble.of(
          409, "Dieser Probelauf hat seine Daten schon.", "This dry run has its data already.");
    ZoneId zone = employer.zone();
    LogUpload upload =
        new LogUpload(first, zone, PersonFacts.ordinary(zone, employer.municipality()));
    EmployerId whose = employer.id();
    try {
      long bytes = length == null || !length.matches("\\d{1,15}") ? 0 : Long.parseLong(length);
      desk.start(whose, run, upload.read(body, bytes, part -> desk.reading(whose, run, part)));
    } catch (Trouble | IOException broken) {
      desk.fail(whose, run);
      throw broken;
    }
    return Response.accepted(Status.of(desk.status(whose, run).orElseThrow(this::unknown))).build();
  }

  @GET
  @Path("{id}")
  public View one(@PathParam("id") String id, @QueryParam("employer") String named) {
    Employer employer = employer(named);
    return Status.of(desk.status(employer.id(), known(employer, id)).orElseThrow(this::unknown));
  }

  private static boolean log(Fields asked) {
    return switch (asked.optional("traffic").orElse("generated")) {
      case "generated" -> false;
      case "log" -> true;
      default -> throw asked.expected("traffic", "\"generated\" or \"log\"");
    };
  }

  /** People of nobody's directory. */
  private static GeneratedTraffic generated(Fields asked, Policy policy) {
    int people = asked.whole("people", 1, 5_000).orElse(500);
    PersonFacts ordinary = PersonFacts.ordinary(policy.zone(), policy.municipality());
    return new GeneratedTraffic(
        Collections.nCopies(people, ordinary),
        policy.zone(),
        policy.from(),
        asked.whole("days", 1, 366).orElse(182),
        asked.whole("each", 1, 20_000).orElse(2_000),
        asked.whole("seed", 0, Integer.MAX_VALUE).orElse(1));
  }

  private static void requireSynthetic(Employer employer) {
    if (!employer.synthetic())
      throw Trouble.of(
          403,
          "„%s“ ist ein Arbeitgeber mit echten Menschen: Ihr Verkehr wird nie noch einmal durchgespielt. Möglich sind erzeugte Daten (\"traffic\": \"generated\") oder ein Arbeitgeber, der als synthetisch gekennzeichnet ist."
              .formatted(employer.id()),
          "\"%s\" is an employer of real people: their traffic is never played again. Possible are generated data (\"traffic\": \"generated\") or an employer flagged synthetic."
              .formatted(employer.id()));
  }

  private static LocalDate start(String text) {
    try {
      return LocalDate.parse(text == null ? "2026-01-05" : text);
    } catch (java.time.DateTimeException e) {
      throw Trouble.field(
          "?start",
          "Der erste Tag der Datei wird so geschrieben: ?start=2026-01-05",
          "The file's first day is written like ?start=2026-01-05");
    }
  }

  private UUID known(Employer employer, String id) {
    try {
      UUID run = UUID.fromString(id);
      if (desk.status(employer.id(), run).isPresent()) return run;
      throw unknown();
    } catch (IllegalArgumentException noId) {
      throw unknown();
    }
  }

  private Trouble unknown() {
    return Trouble.of(
        404,
        "Diesen Probelauf gibt es nicht oder nicht mehr; er lebt nur im Arbeitsspeicher.",
        "There is no such dry run, or no longer; it lives in memory alone.");
  }

  private Employer employer(String named) {
    return new EmployerScope(caller, directory).named(named);
  }
}
