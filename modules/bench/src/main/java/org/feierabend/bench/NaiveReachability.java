package org.feierabend.bench;

import java.time.Instant;
import java.util.List;
import org.feierabend.contact.ContactClass;
import org.feierabend.decision.Cell;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.Slots;
import org.feierabend.rulebook.NaiveDrools;
import org.feierabend.timeline.Holidays;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.Stretch;
import org.feierabend.timeline.StretchKind;

/**
 * Looks at the calendar and asks Drools for each contact. When a wait ends it is told for nothing
 * by the table, whose outcome must be the same.
 */
final class NaiveReachability implements Reachability {
  private final NaiveDrools drools;
  private final Holidays holidays;
  private final Reachability table;

  NaiveReachability(NaiveDrools drools, Holidays holidays, Reachability table) {
    this.drools = drools;
    this.holidays = holidays;
    this.table = table;
  }

  @Override
  public synchronized Decision decide(
      PersonFacts person, ContactClass contact, Instant at, boolean unitOnCall) {
    Cell cell = drools.decide(Facts.at(person, at, holidays), contact);
    Decision decision = table.decide(person, contact, at, unitOnCall);
    if (!Variant.word(cell.shape()).equals(decision.outcome()))
      throw new IllegalStateException(
          "Drools says %s and the table %s on %s at %s."
              .formatted(cell.shape(), decision.outcome(), contact, at));
    return decision;
  }

  @Override
  public StretchKind kindAt(PersonFacts person, Instant at) {
    return Facts.at(person, at, holidays);
  }

  @Override
  public Slots slots() {
    return table.slots();
  }

  @Override
  public List<Stretch> stretches(PersonFacts person, Instant from, Instant to) {
    return table.stretches(person, from, to);
  }

  @Override
  public boolean insideFrameAndCore(PersonFacts person, Instant start, Instant end) {
    return table.insideFrameAndCore(person, start, end);
  }

  @Override
  public String edition() {
    return table.edition();
  }
}
