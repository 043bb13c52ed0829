package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Detail;
import org.feierabend.audit.Who;
import org.feierabend.bundle.Digests;
import org.feierabend.decision.Sentence;
import org.feierabend.edition.PolicyTexts;
import org.feierabend.edition.PolicyTexts.Draft;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.policy.PolicyComplaint;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyForms;

/** What HR is still writing, with all that is wrong with it. */
@Path("policies/drafts")
@ApplicationScoped
@RolesAllowed("hr")
@Produces("application/json")
public class PolicyDraftsResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject PolicyTexts texts;
  @Inject PolicyForms forms;
  @Inject AuditLog audit;
  @Inject Clock clock;

  record Complaint(String path, String value, Sentence what, String article) {
    static Complaint of(PolicyComplaint c) {
      return new Complaint(c.path(), c.value(), c.what(), c.article().orElse(null));
    }
  }

  /**
   * @param document hash of what would be signed; null while something is wrong with it
   * @param from the day it would take force
   * @param notes what is worth a second look, though nothing is wrong with it
   */
  record One(
      String id,
      String text,
      String changed,
      long version,
      String document,
      String from,
      List<Complaint> complaints,
      List<Sentence> notes)
      implements View {}

  record Listing(List<One> drafts) implements View {}

  @GET
  public View list() {
    Employer employer = employer();
    return new Listing(texts.drafts(employer.id()).stream().map(d -> view(employer, d)).toList());
  }

  /** {@code {"text": "name: …"}}; a draft may be wrong, its proposal may not. */
  @POST
  @Idempotent
  @Consumes("application/json")
  public Response add(InputStream body) throws IOException {
    Employer employer = employer();
    Draft draft = new Draft(UUID.randomUUID(), text(body), clock.instant(), 1);
    noted(
        employer,
        draft,
        () -> {
          texts.add(employer.id(), draft);
          return true;
        });
    return answer(201, employer, draft);
  }

  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    Employer employer = employer();
    return answer(200, employer, found(employer, id));
  }

  @PUT
  @Path("{id}")
  @Consumes("application/json")
  public Response change(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String read, InputStream body)
      throws IOException {
    Employer employer = employer();
    Draft now = found(employer, id);
    Versions.requireRead(now.version(), read);
    Draft next = new Draft(now.id(), text(body), clock.instant(), now.version() + 1);
    if (!noted(employer, next, () -> texts.replace(employer.id(), next))) throw Versions.changed();
    return answer(200, employer, next);
  }

  @DELETE
  @Path("{id}")
  public Response drop(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String read) {
    Employer employer = employer();
    Draft now = found(employer, id);
    Versions.requireRead(now.version(), read);
    if (!texts.drop(employer.id(), now.id(), now.version())) throw Versions.changed();
    return Response.noContent().build();
  }

  private boolean noted(Employer employer, Draft draft, BooleanSupplier change) {
    return audit.noted(
        change,
        AuditEntry.of(
            employer.id(),
            AuditEvent.POLICY_DRAFTED,
            Who.of(Role.HR),
            clock.instant(),
            Map.of(
                Detail.TERMS,
                Digests.sha256(draft.text().getBytes(StandardCharsets.UTF_8)),
                Detail.VERSION,
                Long.toString(draft.version()))));
  }

  private Draft found(Employer employer, String id) {
    try {
      return texts
          .draft(employer.id(), UUID.fromString(id))
          .orElseThrow(PolicyDraftsResource::unknown);
    } catch (IllegalArgumentException noId) {
      throw unknown();
    }
  }

  private static String text(InputStream body) throws IOException {
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("text"));
    return document.text("text");
  }

  private Response answer(int status, Employer employer, Draft draft) {
    return Response.status(status)
        .entity(view(employer, draft))
        .header(HttpHeaders.ETAG, "\"%d\"".formatted(draft.version()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  private One view(Employer employer, Draft d) {
    PolicyForms.Reading reading = forms.read(d.text());
    boolean whole = reading instanceof PolicyDraft;
    return new One(
        d.id().toString(),
        d.text(),
        Json.at(d.changed(), employer.zone()),
        d.version(),
        whole ? ((PolicyDraft) reading).hash() : null,
        whole ? ((PolicyDraft) reading).policy().from().toString() : null,
        reading instanceof PolicyForms.Refused refused
            ? refused.complaints().stream().map(Complaint::of).toList()
            : List.of(),
        whole ? forms.notes((PolicyDraft) reading) : List.of());
  }

  private Employer employer() {
    return new EmployerScope(caller, directory).own();
  }

  static Trouble unknown() {
    return Trouble.of(404, "Diesen Entwurf gibt es nicht.", "There is no such draft.");
  }

  /** A document the law or the schema refuses, with every reason. */
  static Trouble refused(PolicyForms.Reading reading) {
    List<PolicyComplaint> complaints =
        reading instanceof PolicyForms.Refused refused ? refused.complaints() : List.of();
    return Trouble.of(
        422,
        complaints.stream()
            .map(c -> c.path() + ": " + c.what().de())
            .collect(Collectors.joining("\n")),
        complaints.stream()
            .map(c -> c.path() + ": " + c.what().en())
            .collect(Collectors.joining("\n")));
  }
}
