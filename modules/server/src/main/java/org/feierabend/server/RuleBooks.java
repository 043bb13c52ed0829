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
      Clock clock) {
    this.checkout = checkout;
    editions = new Editions(checkout, folder, store::zip);
    this.store = store;
    this.audit = audit;
    this.employers = employers;
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

  /** By HR and council of everybody here whose data are not made up. */
  private boolean approved(JdbcRuleBooks.Row row) {
    if (row.words().stream().anyMatch(w -> w.reason().isPresent())) return false;
    List<Side> agreed = row.words().stream().map(JdbcRuleBooks.Word::side).toList();
    List<Side> needed = needed();
    return !needed.isEmpty() && agreed.containsAll(needed);
  }

  private List<Side> needed() {
    List<Side> sides = new ArrayList<>();
    for (Employer e : employers.get())
      if (e.clock() == Employer.ClockKind.WALL)
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
    for (JdbcRuleBooks.Word w : row.words())
      if (w.reason().isEmpty()) approvals.put(w.side(), w.at());
      else if (rejection.isEmpty())
        rejection = Optional.of(new Rejection(w.side(), w.reason().get(), w.at()));
    return new Proposal(
        row.edition(), row.from(), row.proposed(), approvals, rejection, state(row, current, now));
  }

  private State state(JdbcRuleBooks.Row row, String current, Instant now) {
    if (row.words().stream().anyMatch(w -> w.reason().isPresent())) return State.REJECTED;
    if (!approved(row)) return State.WAITING;
    if (broken().containsKey(row.edition())) return State.BROKEN;
    if (row.from().isAfter(now)) return State.APPROVED;
    return row.edition().equals(current) ? State.IN_FORCE : State.SUPERSEDED;
  }

  private Optional<Proposal> find(String edition) {
    return all().stream().filter(p -> p.edition().equals(edition)).findFirst();
  }

  @Override
  public Optional<Proposal> approve(String edition, Side side, Instant at) {
    return say(edition, new JdbcRuleBooks.Word(side, Optional.empty(), at));
  }

  @Override
  public Optional<Proposal> reject(String edition, Side side, String reason, Instant at) {
    return say(edition, new JdbcRuleBooks.Word(side, Optional.of(reason), at));
  }

  private Optional<Proposal> say(String edition, JdbcRuleBooks.Word word) {
    if (find(edition).isEmpty()) return Optional.empty();
    AuditEntry said =
        AuditEntry.of(
            word.side().employer(),
            word.reason().isEmpty() ? AuditEvent.RULES_APPROVED : AuditEvent.RULES_REJECTED,
            Who.of(word.side().role()),
            word.at(),
            Map.of(Detail.EDITION, edition));
    audit.noted(() -> store.say(edition, word), said);
    settle();
    return find(edition);
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
