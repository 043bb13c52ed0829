package org.feierabend.server;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Detail;
import org.feierabend.audit.Who;
import org.feierabend.book.Proposals;
import org.feierabend.bundle.BundleKind;
import org.feierabend.bundle.BundleReader;
import org.feierabend.bundle.BundleRefused;
import org.feierabend.bundle.BundleWriter;
import org.feierabend.bundle.CityBundle;
import org.feierabend.bundle.CityBundles;
import org.feierabend.bundle.Digests;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.report.LedgerSigner;
import org.feierabend.rulebook.BundleMaker;
import org.feierabend.rulebook.BundleTrial;

/** Bundles under the operator's key; what is taken over lands where both sides must sign it. */
final class Bundles implements CityBundles {
  private final Supplier<Path> home;
  private final LedgerSigner signer;
  private final Proposals proposals;
  private final Map<BundleKind, Landing> landings;
  private final AuditLog audit;

  /** Where a bundle becomes a draft. */
  interface Landing {
    /** What became of it. */
    Sentence land(Employer employer, CityBundle bundle, Role by, Instant now);
  }

  /**
   * @param home of the rule book in force
   * @param landings of the kinds that are no rule books
   */
  Bundles(
      Supplier<Path> home,
      LedgerSigner signer,
      Proposals proposals,
      Map<BundleKind, Landing> landings,
      AuditLog audit) {
    this.home = home;
    this.signer = signer;
    this.proposals = proposals;
    this.landings = landings;
    this.audit = audit;
  }

  @Override
  public byte[] export(Employer employer, BundleKind kind, String name, Role by, Instant now) {
    BundleMaker maker = new BundleMaker(home.get());
    LocalDate made = now.atZone(employer.zone()).toLocalDate();
    String city = employer.id().value();
    CityBundle bundle =
        switch (kind) {
          case RULES -> maker.rules(city, made);
          case TELEWORK -> maker.telework(city, made);
          case POLICY -> maker.policy(city, name, made);
        };
    byte[] zip = BundleWriter.write(bundle, List.of(signer));
    audit.append(entry(employer, AuditEvent.BUNDLE_EXPORTED, by, now, zip));
    return zip;
  }

  @Override
  public Taken tried(byte[] zip) {
    CityBundle bundle = BundleReader.read(zip);
    return new Taken(
        bundle,
        new BundleTrial(home.get()).tried(bundle),
        new Sentence("Geprüft, nichts übernommen.", "Checked, nothing taken over."));
  }

  @Override
  public Taken take(Employer employer, byte[] zip, Optional<Instant> from, Role by, Instant now) {
    Taken tried = tried(zip);
    AuditEntry entry = entry(employer, AuditEvent.BUNDLE_IMPORTED, by, now, zip);
    Sentence landed =
        audit.together(
            () -> {
              Sentence said = land(employer, tried.bundle(), from, by, now);
              audit.append(entry);
              return said;
            });
    return new Taken(tried.bundle(), tried.scenarios(), landed);
  }

  private Sentence land(
      Employer employer, CityBundle bundle, Optional<Instant> from, Role by, Instant now) {
    if (bundle.kind() == BundleKind.RULES) return rules(bundle, from, now);
    Landing landing = landings.get(bundle.kind());
    if (landing == null)
      throw new BundleRefused(
          bundle.kind().main(),
          "is checked, and to be entered by HR as a draft, or put into config/: docs/bundles.md says how");
    return landing.land(employer, bundle, by, now);
  }

  private Sentence rules(CityBundle bundle, Optional<Instant> from, Instant now) {
    if (from.isEmpty())
      throw new BundleRefused(
          bundle.kind().main(),
          "does not say when it is to take force: ?from=2026-12-01T00:00:00Z");
    try {
      String edition = proposals.propose(bundle.contents(), from.get(), now).edition();
      return new Sentence(
          "Regelwerk %s… liegt vor und wartet auf Personalamt und Personalrat."
              .formatted(edition.substring(0, 16)),
          "Rule book %s… is handed in and waits for HR and works council."
              .formatted(edition.substring(0, 16)));
    } catch (Proposals.Refused refused) {
      throw new BundleRefused("rules", refused.getMessage());
    }
  }

  private static AuditEntry entry(
      Employer employer, AuditEvent what, Role by, Instant now, byte[] zip) {
    return AuditEntry.of(
        employer.id(), what, Who.of(by), now, Map.of(Detail.HASH, Digests.sha256(zip)));
  }
}
