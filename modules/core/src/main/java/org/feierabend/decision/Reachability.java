package org.feierabend.decision;

import java.time.Instant;
import java.util.List;
import org.feierabend.contact.ContactClass;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.Stretch;
import org.feierabend.timeline.StretchKind;

/**
 * Decides contacts: a search in the person's timeline and a look-up in the decision table of the
 * policy in force.
 */
public interface Reachability {
  /**
   * Pure: the same question at the same instant has the same answer until {@link
   * Decision#validUntil()}.
   */
  default Decision decide(PersonFacts person, ContactClass contact, Instant at) {
    return decide(person, contact, at, false);
  }

  /**
   * The same question where it matters who else could answer.
   *
   * @param unitOnCall somebody of the recipient's unit is on call at that instant
   */
  Decision decide(PersonFacts person, ContactClass contact, Instant at, boolean unitOnCall);

  /** Drops what was remembered of these facts, for whoever will not ask of them again. */
  default void forget(PersonFacts person) {}

  /** Where meetings, shifts and recalls may lie. */
  Slots slots();

  /** The person's stretches that touch {@code [from, to)}, gapless and in order. */
  List<Stretch> stretches(PersonFacts person, Instant from, Instant to);

  /** The facts that hold for the person at one instant. */
  default StretchKind kindAt(PersonFacts person, Instant at) {
    return stretches(person, at, at.plusMillis(1)).get(0).kind();
  }

  /**
   * Whether {@code [start, end)} lies inside the policy's frame and core time for this person
   * (indicator b).
   */
  boolean insideFrameAndCore(PersonFacts person, Instant start, Instant end);

  /** Content hash of policy and rules: what an answer must be quoted with. */
  String edition();
}
