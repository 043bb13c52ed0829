package org.feierabend.decision;

import static org.feierabend.decision.TableReachability.HORIZON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Slot;
import org.feierabend.decision.Cell.Shape;
import org.feierabend.timeline.Fact;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Roster;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.Stretch;
import org.feierabend.timeline.StretchKind;

/**
 * Whether a meeting, a shift or a recall may lie where it is asked for, and if not, when it may. A
 * shift is judged as if it ran already. Pure.
 */
public final class Slots {
  private final Reachability reachability;
  private final DecisionTable table;
  private final Surroundings around;

  /**
   * @param compensatoryRest rest cut by a call-out is booked elsewhere
   */
  public Slots(Reachability reachability, DecisionTable table, boolean compensatoryRest) {
    this.reachability = reachability;
    this.table = table;
    this.around = new Surroundings(false, true, compensatoryRest);
  }

  /**
   * The slot alone decides about a shift or a recall, whose notice travels as a matter of the
   * roster; of a meeting, the stricter of slot and notice stands.
   *
   * @param notice what becomes of the notice that comes now
   * @param at when the notice comes
   */
  public Decision decide(
      PersonFacts person, ContactClass contact, Instant at, Decision notice, Slot slot) {
    // one's own time is one's own, and a citizen's message is received whatever it asks for
    if (contact.sender() == Sender.SELF || contact.sender() == Sender.CITIZEN) return notice;
    SlotAnswer answer = answer(person, contact, slot);
    boolean counted = notice.counted();
    List<Reason> reasons = answer.reasons();
    Instant valid = notice.validUntil();
    if (answer.shape() == Shape.REFUSE)
      return earliest(person, contact, slot)
          .map(t -> new Decision.Refuse(t, reasons, answer.advice(), valid, counted))
          .orElseGet(
              () ->
                  new Decision.Refuse(
                      slot.start().plus(HORIZON), reasons, answer.reviewed(), valid, counted));
    boolean meeting = contact.kind() == ContactKind.MEETING;
    if (meeting && notice instanceof Decision.Route) return notice;
    return switch (answer.shape()) {
      case DELIVER ->
          meeting ? notice : new Decision.Deliver(reasons, answer.advice(), valid, counted);
      case ROUTE_DEPUTY ->
          new Decision.Route(Decision.Route.To.DEPUTY, reasons, answer.advice(), valid, counted);
      default ->
          new Decision.Silence(
              nextWindow(person, contact, at), reasons, answer.advice(), valid, counted);
    };
  }

  /** Whether the slot may lie there with nothing against it. */
  public boolean allow(PersonFacts person, ContactClass contact, Slot slot) {
    return answer(person, contact, slot).shape() == Shape.DELIVER;
  }

  /** The first start, not before the slot's, from which the whole length may lie. */
  public Optional<Instant> earliest(PersonFacts person, ContactClass contact, Slot slot) {
    Instant last = slot.start().plus(HORIZON);
    Instant start = slot.start();
    for (Stretch s : reachability.stretches(person, start, last.plus(slot.length()))) {
      if (!cell(s.kind(), contact).opens()) start = s.end();
      else if (!s.end().isBefore(start.plus(slot.length()))) return Optional.of(start);
      if (start.isAfter(last)) break;
    }
    return Optional.empty();
  }

  /**
   * The strictest answer of the stretches the slot touches; the first such one gives the reasons.
   */
  private SlotAnswer answer(PersonFacts person, ContactClass contact, Slot slot) {
    boolean night = contact.kind() != ContactKind.MEETING && nightWork(person, slot);
    SlotAnswer worst = null;
    for (Stretch s : reachability.stretches(person, slot.start(), slot.end())) {
      Cell cell = cell(night ? s.kind().and(Fact.NIGHT_WORK) : s.kind(), contact);
      SlotAnswer here = new SlotAnswer(cell.shape(), cell.reasons(), cell.advice());
      worst = worst == null ? here : worst.with(here);
    }
    return worst;
  }

  /** Whether the slot would be night work, were it planned. */
  private boolean nightWork(PersonFacts person, Slot slot) {
    Roster r = person.roster();
    List<Span> shifts = new ArrayList<>(r.shifts());
    shifts.add(new Span(slot.start(), slot.end()));
    Roster planned = new Roster(shifts, r.onCall(), r.duties(), r.worked(), r.meetings());
    return reachability.kindAt(person.withRoster(planned), slot.start()).nightWork();
  }

  Cell cell(StretchKind kind, ContactClass contact) {
    boolean meeting = contact.kind() == ContactKind.MEETING;
    return table.cell(meeting ? kind : kind.and(Fact.SHIFT), contact, around);
  }

  /** When the person may be notified again, after the window that is open now. */
  private Instant nextWindow(PersonFacts person, ContactClass contact, Instant at) {
    Instant horizon = at.plus(HORIZON);
    for (Stretch s : reachability.stretches(person, at, horizon)) {
      Decision d = reachability.decide(person, contact, s.start());
      if (d instanceof Decision.Defer later) return later.until();
      if (d instanceof Decision.Silence later) return later.until();
    }
    return horizon;
  }

  private record SlotAnswer(Shape shape, List<Reason> reasons, Set<Advice> advice) {
    SlotAnswer with(SlotAnswer next) {
      Set<Advice> all = EnumSet.noneOf(Advice.class);
      all.addAll(advice);
      all.addAll(next.advice);
      return new SlotAnswer(
          next.shape.compareTo(shape) > 0 ? next.shape : shape,
          next.shape.compareTo(shape) > 0 ? next.reasons : reasons,
          all);
    }

    Set<Advice> reviewed() {
      Set<Advice> all = EnumSet.of(Advice.REVIEW);
      all.addAll(advice);
      return all;
    }
  }
}
