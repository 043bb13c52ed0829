package org.feierabend.server;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.feierabend.decision.Sentence;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.persistence.JdbcRuleBooks;
import org.feierabend.rulebook.CompareCommand;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Matter;
import org.feierabend.signature.Signatures;
import org.feierabend.signature.Signed;

/**
 * The rule book in force, and those handed in meanwhile. The next one is compiled, proven and at
 * hand before its date; at that instant whoever asks gets it, and nobody a mixture of two.
 */
final class RuleBooks implements Proposals {
  private static final System.Logger LOG = System.getLogger(RuleBooks.class.getName());

  private final Rules checkout;
  private final Editions editions;
  private final JdbcRuleBooks store;
  private final AuditLog audit;
  private final Supplier<Collection<Employer>> employers;
  private final Signatures signatures;
  private final Clock clock;
  private volatile InForce inForce;

  /**
   * @param next takes the place of {@code now} at {@code from}
   */
  private record InForce(Rules now, Instant from, Optional<Rules> next) {
    Rules at(Instant instant) {
      return next.isPresent() && !instant.isBefore(from) ? next.get() : now;
    }
  }

  /**
   * @param folder where bundles are unpacked
   */
  RuleBooks(
      Rules checkout,
      Path folder,
      JdbcRuleBooks store,
      AuditLog audit,
      Supplier<Collection<Employer>> employers,
      Signatures signatures,
      Clock clock) {
    this.checkout = checkout;
    editions = new Editions(checkout, folder, store::zip);
    this.store = store;
    this.audit = audit;
    this.employers = employers;
    this.signatures = signatures;
    this.clock = clock;
    inForce = new InForce(checkout, Instant.MAX, Optional.empty());
    settle();
  }

  /** The edition in force at this moment. Ask once for what belongs together. */
  Rules now() {
    return inForce.at(clock.instant());
  }

  /** Why an approved edition is not in force, by edition. */
  synchronized Map<String, String> broken() {
    return editions.broken();
  }

  /** Finds out anew what is in force and what comes next. Cheap where nothing has changed. */
  synchronized void settle() {
    Instant now = clock.instant();
    for (Employer e : employers.get()) signatures.reread(e.id());
    Rules current = checkout;
    Optional<Rules> next = Optional.empty();
    Instant from = Instant.MAX;
    for (JdbcRuleBooks.Row row : store.all()) {
      if (!approved(row)) continue;
      Optional<Rules> rules = editions.of(row.edition());
      if (rules.isEmpty()) continue;
      if (!row.from().isAfter(now)) current = rules.get();
      else if (next.isEmpty()) {
        next = rules;
        from = row.from();
      }
    }
    InForce before = inForce;
    Rules ending = ending(before, current, from);
    if (ending == before.now() && next.equals(before.next()) && from.equals(before.from())) return;
    next.ifPresent(rules -> rules.reachabilities.takeOver(ending.reachabilities));
    inForce = new InForce(ending, from, next);
    LOG.log(
        Level.INFO,
        "The rule book in force is {0}; next: {1}.",
        ending.book.edition(),
        next.map(r -> r.book.edition()).orElse("none"));
  }

  /** The same object as long as neither edition nor end changes, with all it has at hand. */
  private static Rules ending(InForce before, Rules current, Instant from) {
    boolean same = before.now().home.equals(current.home) && before.from().equals(from);
    if (same) return before.now();
    if (from.equals(Instant.MAX)) {
      current.reachabilities.takeOver(before.now().reachabilities);
      return current;
    }
    return current.endingAt(from);
  }

  /** Signed by HR and council of everybody here who lives by the clock on the wall. */
  private boolean approved(JdbcRuleBooks.Row row) {
    List<Side> needed = needed();
    Map<Side, Word> words = words(row);
    return !needed.isEmpty()
        && needed.stream().allMatch(words::containsKey)
        && words.values().stream().allMatch(w -> w.rejected().isEmpty());
  }

  private record Word(Optional<String> rejected, Instant at) {}

  /** The first word of each side on exactly this rule book and date. */
  private Map<Side, Word> words(JdbcRuleBooks.Row row) {
    Map<Side, Word> words = new LinkedHashMap<>();
    for (Side side : needed())
      for (Declaration d : signatures.said(side.employer()).of(side.role()).declarations())
        if (d.matter() instanceof Matter.RuleBook m
            && m.rules().equals(row.edition())
            && m.from().equals(row.from())) words.putIfAbsent(side, new Word(m.rejected(), d.at()));
    return words;
  }

  private List<Side> needed() {
    List<Side> sides = new ArrayList<>();
    for (Employer e : employers.get())
      if (e.clock() == Employer.ClockKind.WALL || UnderSignatures.names(e.policy()))
        for (Role role : List.of(Role.HR, Role.COUNCIL)) sides.add(new Side(e.id(), role));
    return sides;
  }

  @Override
  public synchronized Proposal propose(byte[] zip, Instant from, Instant now) {
    String edition = editions.tried(zip);
    AuditEntry proposed =
        AuditEntry.ofAll(
            AuditEvent.RULES_PROPOSED,
            Who.of(Role.OPERATOR),
            now,
            Map.of(Detail.EDITION, edition, Detail.FROM, from.truncatedTo(SECONDS).toString()));
    audit.noted(() -> store.keep(edition, zip, from, now), proposed);
    return find(edition).orElseThrow();
  }

  @Override
  public List<Proposal> all() {
    Instant now = clock.instant();
    String current = now().book.edition();
    List<Proposal> all = new ArrayList<>();
    for (JdbcRuleBooks.Row row : store.all()) all.add(0, proposal(row, current, now));
    return all;
  }

  private Proposal proposal(JdbcRuleBooks.Row row, String current, Instant now) {
    Map<Side, Instant> approvals = new LinkedHashMap<>();
    Optional<Rejection> rejection = Optional.empty();
    for (Map.Entry<Side, Word> w : words(row).entrySet())
      if (w.getValue().rejected().isEmpty()) approvals.put(w.getKey(), w.getValue().at());
      else if (rejection.isEmpty())
        rejection =
            Optional.of(
                new Rejection(w.getKey(), w.getValue().rejected().get(), w.getValue().at()));
    return new Proposal(
        row.edition(), row.from(), row.proposed(), approvals, rejection, state(row, current, now));
  }

  private State state(JdbcRuleBooks.Row row, String current, Instant now) {
    if (words(row).values().stream().anyMatch(w -> w.rejected().isPresent())) return State.REJECTED;
    if (!approved(row)) return State.WAITING;
    if (broken().containsKey(row.edition())) return State.BROKEN;
    if (row.from().isAfter(now)) return State.APPROVED;
    return row.edition().equals(current) ? State.IN_FORCE : State.SUPERSEDED;
  }

  private Optional<Proposal> find(String edition) {
    return all().stream().filter(p -> p.edition().equals(edition)).findFirst();
  }

  @Override
  public Optional<Declaration> declare(Side side, Signed signed, Instant at) {
    Declaration said = signatures.check(side.employer(), side.role(), signed, at);
    if (!(said.matter() instanceof Matter.RuleBook m)) return Optional.empty();
    Optional<JdbcRuleBooks.Row> row =
        store.all().stream()
            .filter(r -> r.edition().equals(m.rules()) && r.from().equals(m.from()))
            .findFirst();
    if (row.isEmpty()) return Optional.empty();
    if (words(row.get()).containsKey(side))
      throw new Signatures.Refused(
          Signatures.Refused.Kind.UNFIT,
          "Diese Seite hat zu diesem Regelwerk schon gesprochen; das erste Wort gilt.",
          "This side has spoken about this rule book already; its first word stands.");
    signatures.keep(said, signed);
    settle();
    return Optional.of(said);
  }

  @Override
  public Optional<List<Sentence>> changes(String edition) {
    Optional<Rules> proposed;
    synchronized (this) {
      proposed = find(edition).flatMap(p -> editions.of(p.edition()));
    }
    return proposed.map(
        rules -> {
          Path current = now().home;
          return CompareCommand.changes(current, current.toString(), rules.home.toString());
        });
  }
}
