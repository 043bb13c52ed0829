package org.feierabend.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.feierabend.decision.BadValue;

/** Units form a tree, or several. */
public final class UnitTree {
  private UnitTree() {}

  /** Each id once, every parent known, nobody below itself. */
  public static void require(List<Unit> units) {
    Map<UnitId, Unit> byId = new HashMap<>();
    for (Unit unit : units)
      if (byId.put(unit.id(), unit) != null)
        throw new BadValue(
            "Die Einheit „%s“ kommt zweimal vor; ihre Kennung gibt es je Arbeitgeber einmal."
                .formatted(unit.id()),
            "Unit '%s' occurs twice; a unit id is unique within its employer."
                .formatted(unit.id()));
    for (Unit unit : units)
      if (unit.parent().filter(p -> !byId.containsKey(p)).isPresent())
        throw new BadValue(
            "Die Einheit „%s“ nennt als übergeordnete „%s“, die nicht im Dokument steht."
                .formatted(unit.id(), unit.parent().orElseThrow()),
            "Unit '%s' names the parent '%s', which is not in the document."
                .formatted(unit.id(), unit.parent().orElseThrow()));
    for (Unit unit : units) {
      int steps = 0;
      for (Unit up = unit; up.parent().isPresent(); up = byId.get(up.parent().get()))
        if (++steps > units.size())
          throw new BadValue(
              "Die Einheit „%s“ ist sich selbst übergeordnet; Einheiten bilden einen Baum."
                  .formatted(unit.id()),
              "Unit '%s' is among its own parents; units form a tree.".formatted(unit.id()));
    }
  }
}
