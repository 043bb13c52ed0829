package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.feierabend.book.Books;
import org.feierabend.book.Proof;
import org.feierabend.book.Proposals;
import org.feierabend.book.Proposals.Proposal;
import org.feierabend.book.Proving;
import org.feierabend.decision.Sentence;

/**
 * Rule books handed in while the server runs: the operator brings one, HR and the works council
 * read what it changes and sign exactly its bytes ({@link SignaturesResource}), and it takes force
 * at its date.
 */
@Path("rule-books")
@ApplicationScoped
@Produces("application/json")
public class RuleBooksResource {
  /** Most bytes of a bundle, packed. */
  static final int MOST_BYTES = 4 << 20;

  /** So long a refusal is told. */
  private static final Duration TOLD = Duration.ofDays(7);

  @Inject Caller caller;
  @Inject Proposals proposals;
  @Inject Proving proving;
  @Inject Books books;
  @Inject Clock clock;

  /**
   * @param approvals {@code hr} and {@code council} of the asker's employer → when
   * @param state waiting, approved, in-force, superseded, rejected or broken
   */
  record One(
      String edition,
      String from,
      String proposed,
      String state,
      Map<String, String> approvals,
      Rejected rejected)
      implements View {}

  record Rejected(String by, String reason) {}

  /**
   * @param proofs those that are being proved, and those refused within a week
   */
  record Listing(String inForce, List<One> proposals, List<Proved> proofs) implements View {}

  /**
   * @param state proving, proposed or refused
   * @param edition as which it is proposed
   */
  record Proved(
      UUID id, String state, String from, String asked, String edition, List<Fault> faults)
      implements View {
    static Proved of(Proof p) {
      return new Proved(
          p.id(),
          word(p.state()),
          p.from().toString(),
          p.asked().toString(),
          p.edition().orElse(null),
          p.faults().stream().map(Fault::of).toList());
    }
  }

  /**
   * @param file null: the bundle as a whole
   * @param line null: the file as a whole
   */
  record Fault(String file, Integer line, String reason) {
    static Fault of(Proof.Fault f) {
      return new Fault(
          f.file().isEmpty() ? null : f.file(), f.line() == 0 ? null : f.line(), f.reason());
    }
  }

  record Changes(List<Sentence> changes) implements View {}

  @GET
  @RolesAllowed({"hr", "council", "operator"})
  public View list() {
    return new Listing(
        books.book().edition(),
        proposals.all().stream().map(this::view).toList(),
        proving.open(clock.instant().minus(TOLD)).stream().map(Proved::of).toList());
  }

  /**
   * A ZIP of a folder {@code rules/}. It is compiled and tried afterwards: the answer's Location
   * says how that went.
   */
  @POST
  @RolesAllowed("operator")
  public Response propose(
      @QueryParam("from") String from,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      InputStream body)
      throws IOException {
    if (!"application/zip".equals(type)) // asked here, so that a role is refused first
    throw Trouble.of(
          415, "Ein Regelwerk kommt als application/zip.", "A rule book comes as application/zip.");
    byte[] zip = body.readNBytes(MOST_BYTES + 1);
    if (zip.length > MOST_BYTES)
      throw Trouble.of(
          413,
          "Ein Regelwerk hat gepackt höchstens 4 MiB.",
          "A rule book has at most 4 MiB, packed.");
    try {
      Proof proof = proving.begin(zip, instant(from), clock.instant());
      return accepted(proof.id()).entity(Proved.of(proof)).build();
    } catch (Proving.Busy busy) {
      throw busy(busy);
    }
  }

  static Response.ResponseBuilder accepted(UUID proof) {
    return Response.status(202)
        .header(HttpHeaders.LOCATION, "/api/v1/rule-books/proofs/" + proof)
        .header(HttpHeaders.RETRY_AFTER, 2);
  }

  static Trouble busy(Proving.Busy busy) {
    return Trouble.of(
        429,
        "Es warten schon zu viele Regelwerke auf ihre Prüfung; bitte später noch einmal.",
        busy.getMessage());
  }

  /** Where a rule book is on its way in: being proved, proposed, or refused with every reason. */
  @GET
  @Path("proofs/{id}")
  @RolesAllowed({"hr", "council", "operator"})
  public View proof(@PathParam("id") String id) {
    try {
      return proving.proof(UUID.fromString(id)).map(Proved::of).orElseThrow(this::unknown);
    } catch (IllegalArgumentException noId) {
      throw unknown();
    }
  }

  /** Against the rule book in force, in words, each with an example. */
  @GET
  @Path("{edition}/changes")
  @RolesAllowed({"hr", "council", "operator"})
  public View changes(@PathParam("edition") String edition) {
    return new Changes(proposals.changes(edition).orElseThrow(this::unknown));
  }

  private One view(Proposal p) {
    Map<String, String> approvals = new TreeMap<>();
    p.approvals()
        .forEach(
            (side, at) -> {
              if (caller.employer().isEmpty() || caller.employer().get().equals(side.employer()))
                approvals.put(
                    caller.employer().isEmpty()
                        ? side.employer() + " " + side.role().key()
                        : side.role().key(),
                    at.toString());
            });
    return new One(
        p.edition(),
        p.from().toString(),
        p.proposed().toString(),
        word(p.state()),
        approvals,
        p.rejection().map(r -> new Rejected(r.side().role().key(), r.reason())).orElse(null));
  }

  private static String word(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Trouble unknown() {
    return Trouble.of(
        404,
        "Ein solches Regelwerk wurde nicht vorgelegt.",
        "No such rule book has been handed in.");
  }

  static Instant instant(String from) {
    try {
      return OffsetDateTime.parse(from == null ? "" : from).toInstant();
    } catch (DateTimeParseException e) {
      throw Trouble.field(
          "?from",
          "Ab wann? Ein Zeitpunkt mit Zonenversatz: ?from=2026-12-01T00:00:00%2B01:00",
          "From when? An instant with its offset: ?from=2026-12-01T00:00:00%2B01:00");
    }
  }
}
