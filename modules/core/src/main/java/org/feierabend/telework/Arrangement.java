package org.feierabend.telework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.feierabend.decision.Unfit;
import org.feierabend.people.Role;
import org.feierabend.people.UnitId;
import org.feierabend.telework.TeleworkAgreement.Revocation;

/**
 * A telework agreement on its way: whose it is, what it says and where it stands. It holds once the
 * side that did not propose it has agreed.
 *
 * @param proposer the side that wrote it
 * @param residence state of residence, ISO 3166-1 alpha-2
 * @param changed when it was last changed
 * @param version counts the changes, from 1
 */
public record Arrangement(
    UUID id,
    Whom whom,
    State state,
    Role proposer,
    TeleworkAgreement terms,
    String residence,
    Instant changed,
    long version) {
  /** Whose terms these are. */
  public sealed interface Whom {
    /** Who must agree to them. */
    Set<Role> sides();
  }

  /** One person's own. */
  public record One(long person) implements Whom {
    @Override
    public Set<Role> sides() {
      return Set.of(Role.HR, Role.EMPLOYEE);
    }
  }

  /** Those of everybody in a unit and below it who has none of their own. */
  public record All(UnitId unit) implements Whom {
    public All {
      Objects.requireNonNull(unit, "unit");
    }

    @Override
    public Set<Role> sides() {
      return Set.of(Role.HR, Role.COUNCIL);
    }
  }

  /** DRAFT is seen by HR alone; REPLACED: a newer one was agreed. */
  public enum State {
    DRAFT,
    PROPOSED,
    AGREED,
    DECLINED,
    REPLACED
  }

  public Arrangement {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(whom, "whom");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(residence, "residence");
    Objects.requireNonNull(changed, "changed");
    if (!whom.sides().contains(proposer))
      throw new IllegalArgumentException(
          "The sides of this agreement are %s, but %s proposes it."
              .formatted(whom.sides(), proposer));
  }

  /** Shows a draft to the other side. */
  public Arrangement propose(Instant at) {
    need(State.DRAFT);
    return in(State.PROPOSED, at);
  }

  /** The side that did not propose it agrees. */
  public Arrangement agree(Role side, Instant at) {
    other(side);
    return in(State.AGREED, at);
  }

  public Arrangement decline(Role side, Instant at) {
    other(side);
    return in(State.DECLINED, at);
  }

  /** Its work place is or is not made ready; known to HR, and no change of what was agreed. */
  public Arrangement furnished(TeleworkAgreement.Workplace workplace, Instant at) {
    if (state == State.DECLINED || state == State.REPLACED) need(State.AGREED);
    return with(
        new TeleworkAgreement(
            terms.quota(),
            terms.daysPerWeek(),
            terms.weekly(),
            terms.presence(),
            terms.places(),
            terms.noticeDays(),
            terms.term(),
            workplace),
        at);
  }

  /**
   * Either side ends it.
   *
   * @param from first day without telework; not before {@code earliest}
   * @param grounds whether reasons are given, which it needs after the trial
   */
  public Arrangement revoke(LocalDate from, LocalDate earliest, boolean grounds, Instant at) {
    need(State.AGREED);
    if (from.isBefore(earliest))
      throw new Unfit(
          "Ein Widerruf gilt frühestens ab %s, nicht ab %s.".formatted(earliest, from),
          "A revocation holds from %s at the earliest, not from %s.".formatted(earliest, from));
    TeleworkAgreement.Term term = terms.term();
    return with(
        new TeleworkAgreement(
            terms.quota(),
            terms.daysPerWeek(),
            terms.weekly(),
            terms.presence(),
            terms.places(),
            terms.noticeDays(),
            new TeleworkAgreement.Term(
                term.from(), term.until(), Optional.of(new Revocation(from, grounds))),
            terms.workplace()),
        at);
  }

  private void other(Role side) {
    need(State.PROPOSED);
    if (!whom.sides().contains(side) || side == proposer)
      throw new Unfit(
          "Es antwortet die andere Seite; vorgeschlagen hat %s.".formatted(proposer),
          "The other side answers, and %s proposed it.".formatted(proposer));
  }

  private void need(State wanted) {
    if (state != wanted)
      throw new Unfit(
          "Die Vereinbarung steht auf %s; das geht nur bei %s.".formatted(state, wanted),
          "The agreement is %s, and only one %s allows this.".formatted(state, wanted));
  }

  private Arrangement in(State next, Instant at) {
    return new Arrangement(id, whom, next, proposer, terms, residence, at, version + 1);
  }

  private Arrangement with(TeleworkAgreement changedTerms, Instant at) {
    return new Arrangement(id, whom, state, proposer, changedTerms, residence, at, version + 1);
  }
}
