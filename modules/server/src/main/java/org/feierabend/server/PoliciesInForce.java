package org.feierabend.server;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Detail;
import org.feierabend.audit.Who;
import org.feierabend.edition.AgreedEdition;
import org.feierabend.edition.Life;
import org.feierabend.edition.PolicyDesk;
import org.feierabend.edition.PolicyTexts;
import org.feierabend.edition.Standing;
import org.feierabend.edition.Standings;
import org.feierabend.people.Employer;
import org.feierabend.rulebook.RulebookReachabilities;
import org.feierabend.rulebook.SignedPolicy;
import org.feierabend.signature.Signatures;

/**
 * Which policy holds for an employer that lives by signatures: found out from the signed texts, the
 * keys outside the database and the time. The next one is at hand before its date.
 */
final class PoliciesInForce implements Standings {
  private static final System.Logger LOG = System.getLogger(PoliciesInForce.class.getName());

  private final Supplier<Collection<Employer>> employers;
  private final PolicyDesk desk;
  private final PolicyTexts texts;
  private final Signatures signatures;
  private final Supplier<RulebookReachabilities> rules;
  private final AuditLog audit;
  private final Clock clock;
  private final Map<String, InForce> byPolicy = new ConcurrentHashMap<>();

  /**
   * @param next takes the place of {@code now} when that ends
   * @param life what both follow from
   * @param edition by which {@code now} was proposed and signed; of the built-in one its hash
   */
  private record InForce(SignedPolicy now, SignedPolicy next, Life life, String edition) {
    SignedPolicy at(Instant instant) {
      return instant.isBefore(now.ends()) ? now : next;
    }
  }

  PoliciesInForce(
      Supplier<Collection<Employer>> employers,
      PolicyDesk desk,
      PolicyTexts texts,
      Signatures signatures,
      Supplier<RulebookReachabilities> rules,
      AuditLog audit,
      Clock clock) {
    this.employers = employers;
    this.desk = desk;
    this.texts = texts;
    this.signatures = signatures;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
    settle();
  }

  /**
   * What holds at this moment.
   *
   * @param policy as {@link UnderSignatures} names it
   */
  SignedPolicy now(String policy) {
    InForce known = byPolicy.get(policy);
    if (known == null) known = byPolicy.computeIfAbsent(policy, p -> found(employer(p)));
    return known.at(clock.instant());
  }

  @Override
  public Optional<Standing> standing(Employer employer) {
    if (!UnderSignatures.names(employer.policy())) return Optional.empty();
    now(employer.policy());
    return Optional.of(byPolicy.get(employer.policy()).life().at(clock.instant()));
  }

  /** Whether reports and alerts run. */
  boolean reporting(Employer employer) {
    return standing(employer).map(Standing::reporting).orElse(true);
  }

  /** Finds out anew what is in force and what comes next, from the store and the keys. */
  synchronized void settle() {
    for (Employer employer : employers.get()) settle(employer);
  }

  @Override
  public synchronized void settle(Employer employer) {
    if (!UnderSignatures.names(employer.policy())) return;
    signatures.reread(employer.id());
    InForce next = found(employer);
    InForce before = byPolicy.put(employer.policy(), next);
    if (before != null && before.now().equals(next.now()) && before.next().equals(next.next()))
      return;
    if (before != null && !before.now().equals(next.now())) {
      rules.get().takeOver(rules.get().under(before.now()), next.now());
      if (!before.now().hash().equals(next.now().hash()))
        audit.append(tookForce(employer, before, next));
    }
    if (!next.next().equals(next.now()))
      rules.get().takeOver(rules.get().under(next.now()), next.next());
    LOG.log(
        Level.INFO,
        "The policy in force at {0} is {1}; next: {2}.",
        employer.id(),
        next.now().hash().substring(0, 12),
        next.now().ends().equals(Instant.MAX) ? "none" : next.next().hash().substring(0, 12));
  }

  private AuditEntry tookForce(Employer employer, InForce before, InForce now) {
    return AuditEntry.of(
        employer.id(),
        AuditEvent.POLICY_IN_FORCE,
        Who.SERVER,
        clock.instant(),
        Map.of(
            Detail.EDITION,
            now.edition(),
            Detail.BEFORE,
            before.edition(),
            Detail.HASH,
            now.now().hash()));
  }

  private InForce found(Employer employer) {
    Instant now = clock.instant();
    Life life = desk.life(employer, now);
    Standing standing = life.at(now);
    SignedPolicy current = policy(employer, standing);
    SignedPolicy next =
        standing.until().equals(Instant.MAX)
            ? current
            : policy(employer, life.at(standing.until()));
    return new InForce(
        current,
        next,
        life,
        standing
            .edition()
            .map(AgreedEdition::edition)
            .filter(e -> e.document().equals(current.hash()))
            .map(e -> e.hash(employer.id()))
            .orElse(current.hash()));
  }

  private SignedPolicy policy(Employer employer, Standing standing) {
    return standing
        .edition()
        .map(AgreedEdition::edition)
        .flatMap(
            edition ->
                texts
                    .text(employer.id(), edition.document())
                    .map(text -> new SignedPolicy(edition.document(), text, standing.until())))
        .orElseGet(() -> SignedPolicy.builtIn(standing.until()));
  }

  private Employer employer(String policy) {
    return employers.get().stream()
        .filter(e -> e.policy().equals(policy))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("No employer lives by '%s'.".formatted(policy)));
  }
}
