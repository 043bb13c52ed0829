package org.feierabend.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The block rule, computed anew from units, staff and k: which blocks there must be. Nothing else
 * may decide what is published.
 */
final class Partition {
  /** A root of this name holds invented people, and is cut on its own. */
  private static final String CANARY = "canary";

  private final int k;
  private final Map<String, Row.Unit> units = new TreeMap<>();
  private final Map<String, TreeSet<String>> below = new HashMap<>();
  private final TreeMap<String, TreeSet<String>> blocks = new TreeMap<>();

  private Partition(Row.Release release) throws Wrong {
    k = release.k();
    for (Row.Unit unit : release.units()) {
      if (units.put(unit.id(), unit) != null)
        throw new Wrong("Einheit „%s“ ist zweimal da", "unit '%s' is there twice", unit.id());
      below.computeIfAbsent(unit.parent(), p -> new TreeSet<>()).add(unit.id());
    }
    for (Row.Unit unit : release.units()) {
      Set<String> way = new HashSet<>();
      for (String at = unit.id(); !at.isEmpty(); at = units.get(at).parent())
        if (!units.containsKey(at) || !way.add(at))
          throw new Wrong(
              "Einheit „%s“ hängt nicht im Baum", "unit '%s' does not hang in the tree", unit.id());
    }
  }

  /** Block id → the units whose staff it holds. */
  static Map<String, TreeSet<String>> of(Row.Release release) throws Wrong {
    Partition partition = new Partition(release);
    boolean canaries = partition.below.getOrDefault("", new TreeSet<>()).remove(CANARY);
    partition.settle("", "rest-of-all");
    if (canaries) partition.settle(CANARY, "rest-of-" + CANARY);
    return partition.blocks;
  }

  /** Returns the units too few to stay here; they move up. */
  private TreeSet<String> settle(String unit, String rest) {
    TreeSet<String> small = new TreeSet<>();
    Set<String> before = Set.copyOf(blocks.keySet());
    TreeSet<String> children = below.getOrDefault(unit, new TreeSet<>());
    for (String child : children) small.addAll(settle(child, "rest-of-" + child));
    int own = unit.isEmpty() ? 0 : units.get(unit).staff();
    if (own >= k)
      blocks.put(
          children.isEmpty() ? unit : unused("own-staff-of-" + unit), new TreeSet<>(Set.of(unit)));
    else if (own > 0) small.add(unit);
    if (small.isEmpty()) return small;
    if (people(small) < k) {
      List<String> mine = new ArrayList<>(blocks.keySet());
      mine.removeAll(before);
      if (mine.isEmpty()) return small;
      String least = mine.get(0);
      for (String id : mine) if (people(blocks.get(id)) < people(blocks.get(least))) least = id;
      small.addAll(blocks.remove(least));
    }
    blocks.put(unused(rest), small);
    return new TreeSet<>();
  }

  private String unused(String id) {
    return units.containsKey(id) ? unused(id + "~") : id;
  }

  private long people(Set<String> ids) {
    long people = 0;
    for (String id : ids) people += units.get(id).staff();
    return people;
  }

  /** The units of the canaries' tree; empty when there is none. */
  static Set<String> canaries(Row.Release release) {
    Set<String> found = new HashSet<>();
    int before = -1;
    while (found.size() > before) {
      before = found.size();
      for (Row.Unit unit : release.units())
        if (unit.parent().isEmpty() ? unit.id().equals(CANARY) : found.contains(unit.parent()))
          found.add(unit.id());
    }
    return found;
  }
}
