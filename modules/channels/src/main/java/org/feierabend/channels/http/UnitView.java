package org.feierabend.channels.http;

import java.util.List;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;

/** A unit as a reference: its key and its name. */
record UnitView(String id, Sentence name) {
  static UnitView named(UnitId id, List<Unit> units) {
    return new UnitView(
        id.value(),
        units.stream().filter(u -> u.id().equals(id)).map(Unit::name).findFirst().orElse(null));
  }
}
