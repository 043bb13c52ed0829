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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.feierabend.channels.report.ProposalPage;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;
import org.feierabend.edition.Comments;
import org.feierabend.edition.Comments.Comment;
import org.feierabend.edition.Life;
import org.feierabend.edition.PolicyDesk;
import org.feierabend.edition.PolicyTexts;
import org.feierabend.edition.Proposed;
import org.feierabend.edition.Standings;
import org.feierabend.edition.State;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.policy.Policies;
import org.feierabend.policy.PolicyForms;
import org.feierabend.policy.PolicyTrials;
import org.feierabend.policy.PolicyTrials.Difference;

/**
 * The editions of the employer's policy: what holds, what is proposed, what employees say of it.
 */
@Path("policies")
@ApplicationScoped
@Produces("application/json")
public class PoliciesResource {
  private static final Difference UNREADABLE =
      new Difference(
          List.of(
              new Sentence(
                  "Nach den Regeln von heute ist eines der beiden Dokumente nicht lesbar.",
                  "By the rules of today one of the two documents cannot be read.")),
          List.of());

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject PolicyDesk desk;
  @Inject PolicyTexts texts;
  @Inject Comments comments;
  @Inject Standings standings;
  @Inject Policies policies;
  @Inject PolicyForms forms;
  @Inject PolicyTrials trials;
  @Inject Clock clock;

  @GET
  @RolesAllowed({"hr", "council", "employee", "manager", "operator"})
  public View list(@QueryParam("employer") String named) {
    Employer employer = new EmployerScope(caller, directory).named(named);
    Instant now = clock.instant();
    return PolicyViews.Listing.of(
        standings.standing(employer),
        desk.life(employer, now),
        LocalDate.ofInstant(now, employer.zone()),
        now);
  }

  /** One edition with its document, what reads differently in it, and what was said of it. */
  @GET
  @Path("{edition}")
  @RolesAllowed({"hr", "council", "employee", "manager"})
  public View one(@PathParam("edition") String hash) {
    Seen seen = seen(hash);
    return PolicyViews.One.of(
        seen.life,
        seen.proposed,
        text(seen),
        difference().words(seen.employer.id(), seen.proposed),
        difference().parameters(seen.employer.id(), seen.life, seen.proposed),
        comments.of(seen.employer.id(), hash),
        seen.now);
  }

  /**
   * Every decision under this edition is compared with the one before, which takes its time once.
   */
  @GET
  @Path("{edition}/decisions")
  @RolesAllowed({"hr", "council", "employee", "manager"})
  public View decisions(@PathParam("edition") String hash) {
    return new PolicyViews.Decisions(
        difference(seen(hash)).map(Difference::decisions).orElse(null));
  }

  /** {@code {"text": "…", "named": false}}; without a name no row says who it was. */
  @POST
  @Path("{edition}/comments")
  @Idempotent
  @RolesAllowed("employee")
  @Consumes("application/json")
  public Response comment(@PathParam("edition") String hash, InputStream body) throws IOException {
    Seen seen = seen(hash);
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("text", "named"));
    if (seen.life.state(seen.proposed, seen.now) != State.CONSULTATION)
      throw Trouble.of(
          409,
          "Zu dieser Fassung läuft keine Anhörung.",
          "There is no consultation about this edition.");
    Optional<PersonId> by = document.flag("named") ? caller.person() : Optional.empty();
    try {
      comments.add(
          seen.employer.id(),
          new Comment(
              UUID.randomUUID(),
              hash,
              by,
              document.text("text"),
              LocalDate.ofInstant(seen.now, seen.employer.zone())));
    } catch (IllegalArgumentException length) {
      throw Trouble.field(
          "/text",
          "Eine Anmerkung hat 1 bis %d Zeichen.".formatted(Comments.LONGEST),
          "A comment has 1 to %d characters.".formatted(Comments.LONGEST));
    }
    return Response.noContent().build();
  }

  /** To be shown outside: a page that stands alone, its PDF, or the comments as CSV. */
  @GET
  @Path("{edition}/{form: html|pdf|comments\\.csv}")
  @RolesAllowed({"hr", "council"})
  public Response shown(
      @PathParam("edition") String hash,
      @PathParam("form") String form,
      @QueryParam("language") String language) {
    Seen seen = seen(hash);
    ProposalPage page =
        new ProposalPage(
            seen.employer.name(),
            seen.proposed,
            seen.life
                .previous(seen.proposed)
                .flatMap(p -> texts.text(seen.employer.id(), p.edition().document()))
                .orElse(""),
            text(seen),
            difference().words(seen.employer.id(), seen.proposed).orElse(List.of()),
            difference(seen).orElse(UNREADABLE),
            comments.of(seen.employer.id(), hash),
            "en".equals(language) ? Language.EN : Language.DE);
    String name = "feierabend-edition-" + seen.proposed.edition().number();
    return switch (form) {
      case "html" -> file(page.html(), "text/html;charset=utf-8", name + ".html");
      case "pdf" -> file(page.pdf(), "application/pdf", name + ".pdf");
      default -> file(page.csv(), "text/csv;charset=utf-8", name + "-comments.csv");
    };
  }

  private static Response file(byte[] content, String type, String name) {
    return Response.ok(content, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  private ProposalDifference difference() {
    return new ProposalDifference(texts, policies, forms, trials);
  }

  private Optional<Difference> difference(Seen seen) {
    return difference().of(seen.employer.id(), seen.life, seen.proposed);
  }

  private String text(Seen seen) {
    return texts.text(seen.employer.id(), seen.proposed.edition().document()).orElse("");
  }

  /** A proposal of the caller's employer, and the life it stands in now. */
  private record Seen(Employer employer, Instant now, Life life, Proposed proposed) {}

  private Seen seen(String hash) {
    Employer employer = new EmployerScope(caller, directory).own();
    Instant now = clock.instant();
    Life life = desk.life(employer, now);
    Proposed proposed =
        life.proposals().stream()
            .filter(p -> p.hash().equals(hash))
            .findFirst()
            .orElseThrow(PoliciesResource::unknown);
    return new Seen(employer, now, life, proposed);
  }

  static Trouble unknown() {
    return Trouble.of(
        404, "Eine solche Fassung wurde nicht vorgeschlagen.", "No such edition was proposed.");
  }
}
