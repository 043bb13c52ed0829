package org.feierabend.rulebook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.Slot;
import org.feierabend.decision.CommonSlot;
import org.feierabend.decision.Reachability;

/**
 * What was found of a slot: for whom it may lie there, and from when it could for all of them.
 *
 * @param proposed none: there is no such start
 */
record SlotFound(Map<String, Boolean> allowed, Optional<Instant> proposed) {
  static SlotFound of(Reachability table, Scenario.Reach reach, Slot slot) {
    ContactClass contact = reach.contact().contact();
    Map<String, Boolean> allowed = new LinkedHashMap<>();
    reach.people().forEach((name, p) -> allowed.put(name, table.slots().allow(p, contact, slot)));
    boolean meeting = contact.kind() == ContactKind.MEETING;
    return new SlotFound(
        allowed,
        meeting
            ? new CommonSlot(table).propose(reach.people().values(), contact, slot)
            : table.slots().earliest(reach.people().values().iterator().next(), contact, slot));
  }

  boolean allowedToAll() {
    return !allowed.containsValue(false);
  }
}
