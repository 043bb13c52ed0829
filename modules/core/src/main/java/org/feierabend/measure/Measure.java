package org.feierabend.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.decision.Unfit;
import org.feierabend.people.Role;

/**
 * A measure on its way. What it says holds once the side that did not propose it has agreed; a
 * change of it is proposed and agreed to in the same way, and until then the plan before holds.
 *
 * @param agreed the plan both sides agreed to; empty before they did
 * @param proposal what waits for the other side
 * @param begun first day on which it works
 * @param done last day of the work on it
 * @param version counts the changes, from 1
 */
public record Measure(
    UUID id,
    State state,
    Optional<MeasurePlan> agreed,
    Optional<Proposal> proposal,
    Optional<LocalDate> begun,
    Optional<LocalDate> done,
    Instant changed,
    long version) {
  public enum State {
    PROPOSED,
    AGREED,
    RUNNING,
    DONE,
    /** Refused before it was agreed, or given up by both. */
    DROPPED
  }

  /**
   * @param plan what it would say; empty: it would be given up
   * @param by the side that wrote it
   */
  public record Proposal(Optional<MeasurePlan> plan, Role by) {
    public Proposal {
      Objects.requireNonNull(plan, "plan");
      if (by != Role.HR && by != Role.COUNCIL)
        throw new IllegalArgumentException(
            "HR and works council agree on measures, but %s proposes this one.".formatted(by));
    }
  }

  public Measure {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(changed, "changed");
    if (agreed.isEmpty() && proposal.flatMap(Proposal::plan).isEmpty())
      throw new IllegalArgumentException("A measure says what is to be done, but got no plan.");
    if (begun.isPresent() && done.isPresent() && done.get().isBefore(begun.get()))
      throw new IllegalArgumentException(
          "A measure is done after it began, but got %s and %s."
              .formatted(begun.get(), done.get()));
  }

  public static Measure proposed(UUID id, MeasurePlan plan, Role by, Instant at) {
    return new Measure(
        id,
        State.PROPOSED,
        Optional.empty(),
        Optional.of(new Proposal(Optional.of(plan), by)),
        Optional.empty(),
        Optional.empty(),
        at,
        1);
  }

  /** The plan that holds, or the one proposed where none does yet. */
  public MeasurePlan plan() {
    return agreed.or(() -> proposal.flatMap(Proposal::plan)).orElseThrow();
  }

  /** Proposes other terms; a counter-proposal takes the place of what waits. */
  public Measure change(MeasurePlan plan, Role by, Instant at) {
    requireOpen();
    return with(state, agreed, Optional.of(new Proposal(Optional.of(plan), by)), begun, done, at);
  }

  /** Proposes to give it up. */
  public Measure giveUp(Role by, Instant at) {
    requireOpen();
    if (agreed.isEmpty())
      throw new Unfit(
          "Noch ist nichts vereinbart; ein Vorschlag wird abgelehnt oder zurückgezogen.",
          "Nothing is agreed yet; a proposal is refused or withdrawn.");
    return with(state, agreed, Optional.of(new Proposal(Optional.empty(), by)), begun, done, at);
  }

  /** The side that did not propose it agrees. */
  public Measure agree(Role side, Instant at) {
    Proposal waiting = waiting();
    if (waiting.by == side)
      throw new Unfit(
          "Es antwortet die andere Seite; vorgeschlagen hat %s.".formatted(side.key()),
          "The other side answers, and %s proposed it.".formatted(side.key()));
    if (waiting.plan.isEmpty())
      return with(State.DROPPED, agreed, Optional.empty(), begun, done, at);
    State next = state == State.PROPOSED ? State.AGREED : state;
    return with(next, waiting.plan, Optional.empty(), begun, done, at);
  }

  /** The other side refuses, or whoever proposed it withdraws; what was agreed before holds on. */
  public Measure refuse(Instant at) {
    Proposal waiting = waiting();
    return agreed.isPresent()
        ? with(state, agreed, Optional.empty(), begun, done, at)
        : with(State.DROPPED, agreed, Optional.of(waiting), begun, done, at);
  }

  public Measure begin(LocalDate day, Instant at) {
    need(State.AGREED);
    return with(State.RUNNING, agreed, proposal, Optional.of(day), done, at);
  }

  public Measure finish(LocalDate day, Instant at) {
    need(State.RUNNING);
    if (begun.filter(day::isBefore).isPresent())
      throw new Unfit(
          "Begonnen hat sie am %s; fertig wird sie nicht schon am %s.".formatted(begun.get(), day),
          "It began on %s and cannot be done on %s already.".formatted(begun.get(), day));
    return with(State.DONE, agreed, Optional.empty(), begun, Optional.of(day), at);
  }

  private Proposal waiting() {
    requireOpen();
    return proposal.orElseThrow(
        () ->
            new Unfit(
                "Für diese Maßnahme wartet kein Vorschlag auf Antwort.",
                "No proposal of this measure waits for an answer."));
  }

  private void requireOpen() {
    if (state == State.DONE || state == State.DROPPED)
      throw new Unfit(
          "Die Maßnahme ist abgeschlossen (%s); bitte eine neue vorschlagen.".formatted(state),
          "The measure is over (%s); please propose a new one.".formatted(state));
  }

  private void need(State wanted) {
    if (state != wanted)
      throw new Unfit(
          "Die Maßnahme steht auf %s; das geht nur bei %s.".formatted(state, wanted),
          "The measure is %s, and only one %s allows this.".formatted(state, wanted));
  }

  private Measure with(
      State next,
      Optional<MeasurePlan> plan,
      Optional<Proposal> waiting,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      Instant at) {
    return new Measure(id, next, plan, waiting, from, until, at, version + 1);
  }
}
