package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Detail;
import org.feierabend.audit.Who;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;
import org.feierabend.edition.Standings;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.signature.BrowserKeys;
import org.feierabend.signature.PublicKey;
import org.feierabend.signature.Signatures;
import org.feierabend.signature.Trust;
import org.feierabend.signature.WrappedForm;

/**
 * The keys both sides sign with. A private half is made and unwrapped in the signer's browser and
 * comes here wrapped; the first public half is pinned by the operator, outside the database.
 */
@Path("signatures/keys")
@ApplicationScoped
@Produces("application/json")
public class KeysResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Signatures signatures;
  @Inject BrowserKeys keys;
  @Inject Trust trust;
  @Inject Standings standings;
  @Inject AuditLog audit;
  @Inject Clock clock;

  /** Of this log-in's side. */
  @GET
  @RolesAllowed({"hr", "council"})
  public View own() {
    Employer employer = new EmployerScope(caller, directory).own();
    Optional<PublicKey> now = signatures.reread(employer.id()).of(side()).key();
    return new SignatureViews.Keys(
        side().key(),
        now.map(PublicKey::fingerprint).orElse(null),
        keys.all(employer.id(), side()).stream().map(k -> SignatureViews.Key.of(k, now)).toList());
  }

  /** {@code {"key": "…", "wrapped": "…"}}: made in the browser; it signs once it is pinned. */
  @POST
  @Idempotent
  @RolesAllowed({"hr", "council"})
  @Consumes("application/json")
  public Response keep(InputStream body) throws IOException {
    Employer employer = new EmployerScope(caller, directory).own();
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("key", "wrapped"));
    PublicKey key = key(document);
    if (!keys.keep(employer.id(), side(), wrapped(document, key), clock.instant()))
      throw Trouble.of(
          409,
          "Diesen Schlüssel gibt es hier schon, anders verschlüsselt; der bleibt. Für eine andere Passphrase einen neuen Schlüssel machen.",
          "This key is kept already in another wrapping, which stays. For another passphrase make a new key.");
    return Response.status(201)
        .entity(new SignatureViews.Pinned(side().key(), key.fingerprint()))
        .build();
  }

  /**
   * {@code {"employer": "…", "side": "council", "key": "…"}}: once; then the old key signs the
   * next.
   */
  @POST
  @Path("pins")
  @Idempotent
  @RolesAllowed("operator")
  @Consumes("application/json")
  public Response pin(InputStream body) throws IOException {
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("employer", "side", "key"));
    PublicKey key = key(document);
    Role side =
        document
            .parsed("side", KeysResource::side, "council")
            .orElseThrow(() -> document.missing("side"));
    Employer employer = new EmployerScope(caller, directory).byId(document.text("employer"));
    Role other = side == Role.HR ? Role.COUNCIL : Role.HR;
    if (trust.pinned(employer.id(), other).equals(Optional.of(key)))
      throw Trouble.of(
          409,
          "Diesen Schlüssel führt schon die andere Seite; einer für beide wäre keiner.",
          "The other side signs with this key already; one for both would be none.");
    if (!trust.pin(employer.id(), side, key))
      throw Trouble.of(
          409,
          "Für diese Seite ist schon ein Schlüssel hinterlegt; den nächsten unterschreibt der alte.",
          "A key is pinned for this side already; the old one signs the next.");
    audit.append(
        AuditEntry.of(
            employer.id(),
            AuditEvent.KEY_ADDED,
            Who.of(Role.OPERATOR),
            clock.instant(),
            Map.of(Detail.KEY, key.hash(), Detail.ROLE, side.key())));
    directory.employer(employer.id()).ifPresent(standings::settle);
    return Response.status(201)
        .entity(new SignatureViews.Pinned(side.key(), key.fingerprint()))
        .build();
  }

  private static BrowserKeys.Wrapped wrapped(Fields document, PublicKey key) {
    String wrapped = document.text("wrapped");
    try {
      WrappedForm.require(key, wrapped);
      return new BrowserKeys.Wrapped(key, wrapped);
    } catch (IllegalArgumentException refused) {
      Sentence why = BadValue.told(refused);
      throw Trouble.field("/wrapped", why.de(), why.en());
    }
  }

  private static PublicKey key(Fields document) {
    return document
        .parsed(
            "key",
            text -> text.contains("BEGIN") ? PublicKey.ofPem(text) : new PublicKey(text),
            "\"MCowBQYDK2VwAyEA…\" (Ed25519, PEM / Base64)")
        .orElseThrow(() -> document.missing("key"));
  }

  private static Role side(String word) {
    Role side = Role.byKey(word);
    if (side != Role.HR && side != Role.COUNCIL)
      throw new IllegalArgumentException("HR and COUNCIL sign, but got " + word);
    return side;
  }

  private Role side() {
    return caller.is(Role.COUNCIL) ? Role.COUNCIL : Role.HR;
  }
}
