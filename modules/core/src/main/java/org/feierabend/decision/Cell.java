package org.feierabend.decision;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One cell of the decision table: an outcome without its instants, which the timeline holds.
 *
 * @param opens whether a notification of this class may come in such a stretch
 * @param reasons the rules that spoke, the deciding one first
 */
public record Cell(
    Shape shape, boolean opens, boolean counted, List<Reason> reasons, Set<Advice> advice) {
  /** How far a contact reaches the person, from all the way to not at all. */
  public enum Shape {
    /** Notifies now. */
    DELIVER,
    /** Notifies later. */
    DEFER,
    /** Lands now and notifies nobody. */
    SILENCE,
    ROUTE_DEPUTY,
    ROUTE_ON_CALL,
    REFUSE
  }

  public Cell {
    reasons = List.copyOf(reasons);
    advice =
        advice.isEmpty()
            ? Set.of()
            : Collections.unmodifiableSet(EnumSet.copyOf(advice)); // in order
  }
}
