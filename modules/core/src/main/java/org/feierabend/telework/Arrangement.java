package org.feierabend.telework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

  /** DRAFT is seen by HR alone; REPLACED: a newer one was agreed, and holds from its first day. */
  public enum State {
    DRAFT,
    PROPOSED,
    AGREED,
    DECLINED,
    WITHDRAWN,
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

  /**
   * One proposal at a time for a person or a unit: of two at once nobody knows which is meant.
   *
   * @param all of the employer
   */
  public Arrangement alone(List<Arrangement> all) {
    if (state != State.PROPOSED) return this;
    for (Arrangement open : all)
      if (open.state == State.PROPOSED && open.whom.equals(whom) && !open.id.equals(id))
        throw new Unfit(
            "Es wartet schon ein Vorschlag auf Antwort (%s); erst wird er vereinbart, abgelehnt oder zurückgezogen."
                .formatted(open.id),
            "A proposal waits for an answer already (%s); it is agreed, refused or withdrawn first."
                .formatted(open.id));
    return this;
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

  /** Other terms, while nobody has agreed: by the side that proposed them. */
  public Arrangement change(Role side, TeleworkAgreement other, String otherResidence, Instant at) {
    mine(side);
    return new Arrangement(id, whom, state, proposer, other, otherResidence, at, version + 1);
  }

  /** The side that proposed it takes it back. */
  public Arrangement withdraw(Role side, Instant at) {
    mine(side);
    return in(State.WITHDRAWN, at);
  }

  /** The same terms from the day after the last, for the longest term; the other side agrees. */
  public Arrangement renewal(UUID next, Role side, TeleworkLaw law, Instant at) {
    need(State.AGREED);
    LocalDate from =
        terms
            .term()
            .last(law)
            .filter(last -> terms.term().revoked().isEmpty())
            .orElseThrow(
                () ->
                    new Unfit(
                        "Verlängert wird eine Vereinbarung mit letztem Tag, die nicht widerrufen ist.",
                        "What is renewed has a last day and is not revoked."))
            .plusDays(1);
    return new Arrangement(
        next,
        whom,
        State.PROPOSED,
        side,
        terms.term(
            new TeleworkAgreement.Term(
                Optional.of(from),
                Optional.of(from.plus(law.longest()).minusDays(1)),
                Optional.empty(),
                true)),
        residence,
        at,
        1);
  }

  private void mine(Role side) {
    if (state != State.DRAFT) need(State.PROPOSED);
    if (side != proposer)
      throw new Unfit(
          "Ändern und zurückziehen kann, wer vorgeschlagen hat; die andere Seite antwortet.",
          "Whoever proposed it may change and withdraw it; the other side answers.");
  }

  /**
   * Its work place is or is not made ready; known to HR, and no change of what was agreed.
   *
   * @param holds as for a revocation
   */
  public Arrangement furnished(TeleworkAgreement.Workplace workplace, boolean holds, Instant at) {
    if (state.ordinal() >= State.DECLINED.ordinal()) needHolding(holds);
    return with(terms.workplace(workplace), at);
  }

  /**
   * Either side ends it; what was agreed to follow it stays.
   *
   * @param from first day without telework; not before {@code earliest}
   * @param grounds whether reasons are given, which it needs after the trial
   * @param holds whether it still holds, where a newer one was agreed that begins later
   */
  public Arrangement revoke(
      LocalDate from, LocalDate earliest, boolean grounds, boolean holds, Instant at) {
    needHolding(holds);
    if (from.isBefore(earliest))
      throw new Unfit(
          "Ein Widerruf gilt frühestens ab %s, nicht ab %s.".formatted(earliest, from),
          "A revocation holds from %s at the earliest, not from %s.".formatted(earliest, from));
    TeleworkAgreement.Term term = terms.term();
    return with(
        terms.term(
            new TeleworkAgreement.Term(
                term.from(),
                term.until(),
                Optional.of(new Revocation(from, grounds)),
                term.renewal())),
        at);
  }

  private void other(Role side) {
    need(State.PROPOSED);
    if (!whom.sides().contains(side) || side == proposer)
      throw new Unfit(
          "Es antwortet die andere Seite; vorgeschlagen hat %s.".formatted(proposer),
          "The other side answers, and %s proposed it.".formatted(proposer));
  }

  private void needHolding(boolean holds) {
    if (!holds || state != State.REPLACED) need(State.AGREED);
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
