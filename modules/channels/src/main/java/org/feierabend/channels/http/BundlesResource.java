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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.feierabend.book.Proving;
import org.feierabend.bundle.BundleKind;
import org.feierabend.bundle.BundleRefused;
import org.feierabend.bundle.CityBundle;
import org.feierabend.bundle.CityBundles;
import org.feierabend.bundle.CityBundles.Taken;
import org.feierabend.bundle.Undersigned;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.signature.Edition;
import org.feierabend.signature.Evidence;

/** Policies, telework templates and rule packs between cities: signed, tried, never in force. */
@Path("bundles")
@ApplicationScoped
@Produces("application/json")
public class BundlesResource {
  private static final List<Role> ACTING = List.of(Role.COUNCIL, Role.HR, Role.OPERATOR);

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject CityBundles bundles;
  @Inject Clock clock;

  /**
   * @param signers fingerprints, to be compared with those the other city tells
   * @param signed null: no edition, or none that both sides signed
   * @param proof of a rule book, whose scenarios are run in the background; null: done
   */
  record One(
      String kind,
      String city,
      String name,
      String made,
      List<String> files,
      List<String> signers,
      String scenarios,
      Signed signed,
      Sentence landed,
      UUID proof)
      implements View {
    static One of(Taken t) {
      return new One(
          t.bundle().kind().word(),
          t.bundle().city(),
          t.bundle().name(),
          t.bundle().made().toString(),
          List.copyOf(t.bundle().files().keySet()),
          t.bundle().signers().stream().map(CityBundle::fingerprint).toList(),
          t.scenarios(),
          t.bundle().undersigned().map(Signed::of).orElse(null),
          t.landed(),
          t.proof().orElse(null));
    }
  }

  /**
   * What both sides of the city it comes from signed about it.
   *
   * @param about hash of the policy document, or of the rules
   */
  record Signed(
      String about, Integer number, String from, Word hr, Word council, List<Paper> papers) {
    static Signed of(Undersigned u) {
      return new Signed(
          u.about(),
          u.edition().map(Edition::number).orElse(null),
          u.from(),
          Word.of(u.hr()),
          Word.of(u.council()),
          u.papers().stream().map(p -> new Paper(p.number(), p.resolved().toString())).toList());
    }
  }

  /**
   * @param key fingerprint, to be compared with what the other city's side tells
   */
  record Word(String at, String key) {
    static Word of(Evidence e) {
      return new Word(e.said().at().toString(), e.key().fingerprint());
    }
  }

  /** A resolution of the council's, by its number and day. */
  record Paper(String number, String resolved) {}

  @GET
  @Path("{kind}")
  @RolesAllowed({"hr", "council", "operator"})
  @Produces("application/zip")
  public Response export(
      @PathParam("kind") String word,
      @QueryParam("name") String name,
      @QueryParam("employer") String named) {
    BundleKind kind =
        BundleKind.byWord(word)
            .orElseThrow(
                () ->
                    Trouble.of(
                        404,
                        "Bündel gibt es von policy, telework und rules, nicht von %s."
                            .formatted(word),
                        "There are bundles of policy, telework and rules, not of %s."
                            .formatted(word)));
    Employer employer = employer(named);
    byte[] zip =
        refusing(
            () ->
                bundles.export(
                    employer,
                    kind,
                    name == null ? employer.policy() : name,
                    acting(),
                    clock.instant()));
    return Response.ok(zip)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"feierabend-%s-%s.zip\"".formatted(kind.word(), employer.id()))
        .build();
  }

  /** Reads it and runs its scenarios under the rules here; nothing is kept. */
  @POST
  @Path("check")
  @RolesAllowed({"hr", "council", "operator"})
  public View check(@HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body)
      throws IOException {
    byte[] zip = zip(type, body);
    return One.of(refusing(() -> bundles.tried(zip)));
  }

  /** As a draft of HR's, or a proposal both sides have to approve. */
  @POST
  @Idempotent
  @RolesAllowed({"hr", "operator"})
  public Response take(
      @QueryParam("employer") String named,
      @QueryParam("from") String from,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      InputStream body)
      throws IOException {
    byte[] zip = zip(type, body);
    Employer employer = employer(named);
    Optional<Instant> instant = Optional.ofNullable(from).map(RuleBooksResource::instant);
    Taken taken = refusing(() -> bundles.take(employer, zip, instant, acting(), clock.instant()));
    return taken
        .proof()
        .map(proof -> RuleBooksResource.accepted(proof).entity(One.of(taken)).build())
        .orElseGet(() -> Response.status(201).entity(One.of(taken)).build());
  }

  private static byte[] zip(String type, InputStream body) throws IOException {
    if (!"application/zip".equals(type)) // asked here, so that a role is refused first
    throw Trouble.of(
          415, "Ein Bündel kommt als application/zip.", "A bundle comes as application/zip.");
    byte[] zip = body.readNBytes(RuleBooksResource.MOST_BYTES + 1);
    if (zip.length > RuleBooksResource.MOST_BYTES)
      throw Trouble.of(
          413, "Ein Bündel hat gepackt höchstens 4 MiB.", "A bundle has at most 4 MiB, packed.");
    return zip;
  }

  private static <T> T refusing(Supplier<T> step) {
    try {
      return step.get();
    } catch (BundleRefused refused) {
      throw Trouble.of(
          422,
          "Dieses Bündel wird nicht angenommen, nichts hat sich geändert. " + refused.why().de(),
          "This bundle is not taken, nothing has changed. " + refused.why().en());
    } catch (Proving.Busy busy) {
      throw RuleBooksResource.busy(busy);
    } catch (IllegalArgumentException unknown) {
      Sentence why = BadValue.told(unknown);
      throw Trouble.of(404, "Das gibt es nicht: " + why.de(), why.en());
    }
  }

  private Employer employer(String named) {
    return new EmployerScope(caller, directory).named(named);
  }

  private Role acting() {
    return ACTING.stream().filter(caller::is).findFirst().orElseThrow();
  }
}
