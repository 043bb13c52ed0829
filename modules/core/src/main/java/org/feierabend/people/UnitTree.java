package org.feierabend.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Units form a tree, or several. */
public final class UnitTree {
  private UnitTree() {}

  /** Each id once, every parent known, nobody below itself. */
  public static void require(List<Unit> units) {
    Map<UnitId, Unit> byId = new HashMap<>();
    for (Unit unit : units)
      if (byId.put(unit.id(), unit) != null)
        throw new IllegalArgumentException(
            "Unit '%s' occurs twice; a unit id is unique within its employer."
                .formatted(unit.id()));
    for (Unit unit : units)
      if (unit.parent().filter(p -> !byId.containsKey(p)).isPresent())
        throw new IllegalArgumentException(
            "Unit '%s' names the parent '%s', which is not in the document."
                .formatted(unit.id(), unit.parent().orElseThrow()));
    for (Unit unit : units) {
      int steps = 0;
      for (Unit up = unit; up.parent().isPresent(); up = byId.get(up.parent().get()))
        if (++steps > units.size())
          throw new IllegalArgumentException(
              "Unit '%s' is among its own parents; units form a tree.".formatted(unit.id()));
    }
  }
}
