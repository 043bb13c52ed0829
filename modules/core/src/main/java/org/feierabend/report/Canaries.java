package org.feierabend.report;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;

/**
 * Invented people under a root unit called {@code canary}: the works council moves their counters
 * itself, knows the truth, and so sees the noise. Their blocks are cut on their own and are in no
 * total and no open data. An operator who looks can tell them from others.
 */
public final class Canaries {
  /** Canaries hang below this unit, and it below none. */
  public static final UnitId ROOT = new UnitId("canary");

  private Canaries() {}

  /** The root and all units below it; empty where there are no canaries. */
  public static Set<UnitId> units(Collection<Unit> units) {
    Set<UnitId> found = new HashSet<>();
    for (Unit unit : units) if (unit.id().equals(ROOT) && unit.parent().isEmpty()) found.add(ROOT);
    boolean grown = !found.isEmpty();
    while (grown) {
      grown = false;
      for (Unit unit : units)
        if (unit.parent().filter(found::contains).isPresent()) grown |= found.add(unit.id());
    }
    return Set.copyOf(found);
  }

  public static Set<UnitId> unitsOf(List<BlockPlan.UnitStaff> units) {
    return units(units.stream().map(u -> new Unit(u.id(), u.name(), u.parent())).toList());
  }
}
