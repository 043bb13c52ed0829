package org.feierabend.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Detail;
import org.feierabend.audit.Who;
import org.feierabend.book.Proof;
import org.feierabend.bundle.BundleKind;
import org.feierabend.bundle.BundleReader;
import org.feierabend.bundle.BundleRefused;
import org.feierabend.bundle.BundleWriter;
import org.feierabend.bundle.CityBundle;
import org.feierabend.bundle.CityBundles;
import org.feierabend.bundle.Digests;
import org.feierabend.bundle.Undersigned;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.report.LedgerSigner;
import org.feierabend.rulebook.BundleTrial;

/** Bundles under the operator's key; what is taken over lands where both sides must sign it. */
final class Bundles implements CityBundles {
  private final Governance governance;
  private final LedgerSigner signer;
  private final Map<BundleKind, Landing> landings;
  private final AuditLog audit;

  /** Where a bundle becomes a draft. */
  interface Landing {
    /** What became of it. */
    Sentence land(Employer employer, CityBundle bundle, Role by, Instant now);
  }

  Bundles(Governance governance, TeleworkHouse telework, LedgerSigner signer, AuditLog audit) {
    this.governance = governance;
    this.signer = signer;
    this.audit = audit;
    landings =
        Map.of(
            BundleKind.POLICY,
            new PolicyLanding(governance.texts),
            BundleKind.TELEWORK,
            new TeleworkLanding(telework.taken, telework.desk, audit));
  }

  @Override
  public byte[] export(Employer employer, BundleKind kind, String name, Role by, Instant now) {
    CityBundle bundle = new BundleExports(governance).made(employer, kind, name, now);
    byte[] zip = BundleWriter.write(bundle, List.of(signer));
    audit.append(entry(employer, AuditEvent.BUNDLE_EXPORTED, by, now, zip));
    return zip;
  }

  @Override
  public Taken tried(byte[] zip) {
    CityBundle bundle = BundleReader.read(zip);
    Sentence said = new Sentence("Geprüft, nichts übernommen.", "Checked, nothing taken over.");
    return new Taken(bundle, trial().tried(bundle).en(), told(bundle, said), Optional.empty());
  }

  @Override
  public Taken take(Employer employer, byte[] zip, Optional<Instant> from, Role by, Instant now) {
    CityBundle bundle = BundleReader.read(zip);
    AuditEntry entry = entry(employer, AuditEvent.BUNDLE_IMPORTED, by, now, zip);
    if (bundle.kind() == BundleKind.RULES) return rules(bundle, from, now, entry);
    String scenarios = trial().tried(bundle).en();
    Sentence landed =
        audit.together(
            () -> {
              Sentence said = landings.get(bundle.kind()).land(employer, bundle, by, now);
              audit.append(entry);
              return said;
            });
    return new Taken(bundle, scenarios, told(bundle, landed), Optional.empty());
  }

  /** Its scenarios are run by its proof, after the answer. */
  private Taken rules(CityBundle bundle, Optional<Instant> from, Instant now, AuditEntry entry) {
    if (from.isEmpty())
      throw new BundleRefused(
          bundle.kind().main(),
          "sagt nicht, ab wann es gelten soll: ?from=2026-12-01T00:00:00Z",
          "does not say when it is to take force: ?from=2026-12-01T00:00:00Z");
    trial().asSigned(bundle);
    Proof proof = governance.proving.begin(bundle.contents(), from.get(), now);
    audit.append(entry);
    Sentence said =
        new Sentence(
            "Das Regelwerk wird geprüft und liegt danach Personalamt und Personalrat zur Unterschrift vor.",
            "The rule book is being proved and then waits for HR and works council.");
    return new Taken(bundle, "", told(bundle, said), Optional.of(proof.id()));
  }

  private BundleTrial trial() {
    return new BundleTrial(governance.ruleBooks.now().home);
  }

  /** What became of it, and under which signatures it stood where it comes from. */
  private static Sentence told(CityBundle bundle, Sentence landed) {
    if (bundle.undersigned().isEmpty()) return landed;
    Undersigned words = bundle.undersigned().get();
    String hr = words.hr().key().fingerprint();
    String council = words.council().key().fingerprint();
    return new Sentence(
        landed.de()
            + " In %s galt es ab %s, unterschrieben vom Personalamt (Schlüssel %s) und vom Personalrat (Schlüssel %s)."
                .formatted(bundle.city(), words.from(), hr, council),
        landed.en()
            + " At %s it held from %s on, signed by HR (key %s) and the works council (key %s)."
                .formatted(bundle.city(), words.from(), hr, council));
  }

  private static AuditEntry entry(
      Employer employer, AuditEvent what, Role by, Instant now, byte[] zip) {
    return AuditEntry.of(
        employer.id(), what, Who.of(by), now, Map.of(Detail.HASH, Digests.sha256(zip)));
  }
}
