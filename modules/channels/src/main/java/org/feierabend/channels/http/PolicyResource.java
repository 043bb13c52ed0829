package org.feierabend.channels.http;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.policy.Policies;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyForms;
import org.feierabend.policy.PolicyTrials;
import org.feierabend.policy.PolicyTrials.ScenarioText;
import org.feierabend.policy.PolicyTrials.Tried;

/** The service agreement as a document: its schema, and what a draft of it would be and do. */
@Path("policy")
@ApplicationScoped
public class PolicyResource {
  private static final int LARGEST = 1 << 20;

  /**
   * @param hash of what would be signed
   * @param edition of this document with the rule book in force
   * @param values the document as JSON, for a form, be it refused or not; null: it cannot be read
   * @param yaml the same written out anew, for a file
   * @param notes what is worth a second look, though nothing is wrong with it
   */
  record Checked(
      boolean valid,
      List<PolicyDocuments.Complained> complaints,
      String hash,
      String edition,
      Map<String, Object> values,
      String yaml,
      List<Sentence> notes)
      implements View {}

  record Difference(List<Sentence> parameters, List<Sentence> decisions) implements View {}

  /**
   * @param before what comes of it under the other document
   */
  record Line(
      boolean passed,
      String place,
      String name,
      List<String> expected,
      String came,
      String before) {}

  /**
   * @param changed how many come out otherwise than under the other document
   */
  record Run(long passed, long failed, long changed, List<Line> scenarios) implements View {
    static Run of(List<Tried> after, List<Tried> before) {
      List<Line> lines = new ArrayList<>(after.size());
      for (int i = 0; i < after.size(); i++) {
        Tried t = after.get(i);
        lines.add(
            new Line(t.passed(), t.place(), t.name(), t.differs(), t.came(), before.get(i).came()));
      }
      long passed = lines.stream().filter(Line::passed).count();
      long changed = lines.stream().filter(l -> !l.came().equals(l.before())).count();
      return new Run(passed, lines.size() - passed, changed, lines);
    }
  }

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject PolicyForms forms;
  @Inject Policies policies;
  @Inject PolicyTrials trials;

  @GET
  @Path("schema")
  @PermitAll
  @Produces({"application/schema+json", "application/json"})
  public byte[] schema() {
    return forms.schema().getBytes(StandardCharsets.UTF_8);
  }

  /** The document in force, for a file. */
  @GET
  @Path("document")
  @RolesAllowed({"employee", "hr", "council", "manager", "operator"})
  @Produces({"application/yaml", "application/json"})
  public Response document(
      @QueryParam("format") String format, @QueryParam("employer") String named) {
    Employer employer = new EmployerScope(caller, directory).named(named);
    if ("json".equals(format))
      return Response.ok(documents().inForce(employer.policy()).bytes(), "application/json")
          .build();
    return Response.ok(
            policies.document(employer.policy()).getBytes(StandardCharsets.UTF_8),
            "application/yaml")
        .header("Content-Disposition", "attachment; filename=\"policy-" + employer.id() + ".yaml\"")
        .build();
  }

  /** YAML or JSON as the body; nothing is stored. */
  @POST
  @Path("check")
  @RolesAllowed({"hr", "council", "operator"})
  @Consumes({"application/yaml", "application/json", "text/plain"})
  @Produces("application/json")
  public View check(InputStream body) throws IOException {
    String text = new String(Body.read(body, LARGEST), StandardCharsets.UTF_8);
    PolicyForms.Reading reading = forms.read(text);
    if (reading instanceof PolicyForms.Refused refused)
      return new Checked(
          false,
          refused.complaints().stream().map(PolicyDocuments.Complained::of).toList(),
          null,
          null,
          refused.values().isEmpty() ? null : refused.values(),
          refused.values().isEmpty() ? null : forms.yaml(refused.values()),
          List.of());
    PolicyDraft draft = (PolicyDraft) reading;
    Map<String, Object> values = forms.values(draft);
    return new Checked(
        true,
        List.of(),
        draft.hash(),
        draft.policy().edition(),
        values,
        forms.yaml(values),
        forms.notes(draft));
  }

  /**
   * {@code {"before": …, "after": …}}; without {@code before}, against the one in force.
   *
   * @param decisions false: only what reads differently, which is said at once
   */
  @POST
  @Path("difference")
  @RolesAllowed({"hr", "council", "operator"})
  @Consumes("application/json")
  @Produces("application/json")
  public Response difference(
      @QueryParam("employer") String named,
      @QueryParam("decisions") @DefaultValue("true") boolean decisions,
      InputStream body)
      throws IOException {
    Fields asked = fields(body, Set.of("before", "after"));
    try {
      PolicyDraft after = documents().field(asked, "after");
      PolicyDraft before = documents().field(asked, "before", inForce(asked, named));
      if (!decisions)
        return Response.ok(new Difference(trials.parameters(before, after), null)).build();
      PolicyTrials.Difference d = trials.difference(before, after);
      return Response.ok(new Difference(d.parameters(), d.decisions())).build();
    } catch (PolicyDocuments.NoPolicy no) {
      return refused(no);
    }
  }

  /**
   * {@code {"policy": …, "before": …, "scenarios": [{"name": …, "text": …}]}}; without {@code
   * before}, beside the one in force; without scenarios, the rule book's own.
   */
  @POST
  @Path("scenarios")
  @RolesAllowed({"hr", "council", "operator"})
  @Consumes("application/json")
  @Produces("application/json")
  public Response scenarios(@QueryParam("employer") String named, InputStream body)
      throws IOException {
    Fields asked = fields(body, Set.of("policy", "before", "scenarios"));
    try {
      PolicyDraft draft = documents().field(asked, "policy");
      PolicyDraft before = documents().field(asked, "before", inForce(asked, named));
      List<ScenarioText> files = new ArrayList<>();
      for (Fields file : asked.objects("scenarios"))
        files.add(new ScenarioText(file.text("name"), file.text("text")));
      return Response.ok(Run.of(trials.scenarios(draft, files), trials.scenarios(before, files)))
          .build();
    } catch (PolicyDocuments.NoPolicy no) {
      return refused(no);
    } catch (PolicyTrials.UnreadableScenario unreadable) {
      throw Trouble.field(
          "/scenarios",
          "Diese Beispiele sind nicht lesbar: " + unreadable.why().de(),
          "These scenarios cannot be read: " + unreadable.why().en());
    }
  }

  static Response refused(PolicyDocuments.NoPolicy no) {
    return Response.status(422).type("application/json").entity(no.complaints).build();
  }

  private String inForce(Fields asked, String named) {
    return asked.node().hasNonNull("before")
        ? ""
        : new EmployerScope(caller, directory).named(named).policy();
  }

  private PolicyDocuments documents() {
    return new PolicyDocuments(forms, policies);
  }

  private static Fields fields(InputStream body, Set<String> known) throws IOException {
    Fields fields = new Fields(Body.exact(body, LARGEST), "");
    fields.only(known);
    return fields;
  }
}
