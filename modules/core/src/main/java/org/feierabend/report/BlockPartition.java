package org.feierabend.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;

/**
 * Cuts the unit tree into blocks of at least k people, looking at headcounts alone (PRIVACY,
 * section 3). Post-order: staff of k or more is a block; smaller staffs, a parent's own among them,
 * are pooled into "rest of parent"; a pool below k absorbs the smallest block below the parent
 * (ties: smaller id), and where there is none it moves up. {@link Canaries} are cut on their own.
 */
public final class BlockPartition {
  /** Below this no policy may set k. */
  public static final int FLOOR = 10;

  private static final Sentence EVERYBODY = new Sentence("Alle", "Everybody");

  private final Map<Optional<UnitId>, List<Unit>> children = new HashMap<>();
  private final List<Unit> canaries = new ArrayList<>();
  private final Map<UnitId, Integer> staff;
  private final Set<String> unitNames = new HashSet<>();
  private final int k;

  private BlockPartition(List<Unit> units, Map<UnitId, Integer> staff, int k) {
    this.staff = staff;
    this.k = k;
    for (Unit u : units) unitNames.add(u.id().value());
    for (Unit u : units)
      if (u.id().equals(Canaries.ROOT) && u.parent().isEmpty()) canaries.add(u);
      else children.computeIfAbsent(u.parent(), p -> new ArrayList<>()).add(u);
    for (List<Unit> siblings : children.values())
      siblings.sort(Comparator.comparing(u -> u.id().value()));
  }

  /**
   * The blocks of a quarter. The same tree and headcounts always give the same plan.
   *
   * @param staff own people of each unit; absent means none
   * @param k smallest block, at least {@link #FLOOR}
   */
  public static BlockPlan of(String quarter, List<Unit> units, Map<UnitId, Integer> staff, int k) {
    if (k < FLOOR)
      throw new IllegalArgumentException(
          "Blocks of %d people are too small; k is at least %d.".formatted(k, FLOOR));
    List<BlockPlan.UnitStaff> tree = tree(units, staff);
    BlockPartition partition = new BlockPartition(units, staff, k);
    List<Group> groups = new ArrayList<>();
    partition.visit(Optional.empty(), "rest-of-all", EVERYBODY, groups);
    for (Unit canaries : partition.canaries)
      partition.visit(
          Optional.of(canaries.id()), "rest-of-" + canaries.id(), canaries.name(), groups);
    return new BlockPlan(quarter, k, tree, groups.stream().map(Group::block).toList());
  }

  private static List<BlockPlan.UnitStaff> tree(List<Unit> units, Map<UnitId, Integer> staff) {
    Map<UnitId, Unit> byId = new HashMap<>();
    for (Unit u : units)
      if (byId.put(u.id(), u) != null)
        throw new IllegalArgumentException("Two units have the id %s.".formatted(u.id()));
    for (UnitId id : staff.keySet())
      if (!byId.containsKey(id))
        throw new IllegalArgumentException(
            "There are people in unit %s, but no such unit.".formatted(id));
    for (Unit u : units) {
      Set<UnitId> seen = new HashSet<>();
      for (Optional<UnitId> at = Optional.of(u.id()); at.isPresent(); ) {
        Unit unit = byId.get(at.get());
        if (unit == null || !seen.add(at.get()))
          throw new IllegalArgumentException(
              "Unit %s hangs below %s, which is %s."
                  .formatted(u.id(), at.get(), unit == null ? "unknown" : "below itself"));
        at = unit.parent();
      }
    }
    return units.stream()
        .sorted(Comparator.comparing(u -> u.id().value()))
        .map(
            u ->
                new BlockPlan.UnitStaff(
                    u.id(), u.parent(), u.name(), staff.getOrDefault(u.id(), 0)))
        .toList();
  }

  /** Adds the blocks below {@code top} to {@code found} and returns what is too small to stay. */
  private List<UnitId> visit(
      Optional<UnitId> top, String restId, Sentence name, List<Group> found) {
    List<Group> here = new ArrayList<>();
    List<UnitId> pool = new ArrayList<>();
    List<Unit> below = children.getOrDefault(top, List.of());
    for (Unit child : below)
      pool.addAll(visit(Optional.of(child.id()), "rest-of-" + child.id(), child.name(), here));
    int own = top.map(id -> staff.getOrDefault(id, 0)).orElse(0);
    if (own >= k && below.isEmpty()) here.add(group(top.get().value(), name, List.of(top.get())));
    else if (own >= k)
      here.add(group(free("own-staff-of-" + top.get()), ownStaff(name), List.of(top.get())));
    else if (own > 0) pool.add(top.get());

    if (people(pool) > 0 && people(pool) < k && !here.isEmpty()) {
      Group smallest = here.stream().min(Group.SMALLEST_FIRST).orElseThrow();
      here.remove(smallest);
      pool.addAll(smallest.units);
    }
    if (people(pool) >= k) {
      here.add(group(free(restId), here.isEmpty() ? name : rest(name), pool));
      pool = List.of();
    }
    found.addAll(here);
    return pool;
  }

  private Group group(String id, Sentence name, List<UnitId> units) {
    return new Group(
        id,
        name,
        units.stream().sorted(Comparator.comparing(UnitId::value)).toList(),
        people(units));
  }

  private int people(List<UnitId> units) {
    int people = 0;
    for (UnitId unit : units) people = Math.addExact(people, staff.getOrDefault(unit, 0));
    return people;
  }

  /** A block that is no unit must not be called like one. */
  private String free(String id) {
    return unitNames.contains(id) ? free(id + "~") : id;
  }

  private static Sentence ownStaff(Sentence name) {
    return new Sentence(name.de() + " (eigene Beschäftigte)", name.en() + " (own staff)");
  }

  private static Sentence rest(Sentence name) {
    return new Sentence(name.de() + " (übrige)", name.en() + " (rest)");
  }

  private record Group(String id, Sentence name, List<UnitId> units, int people) {
    static final Comparator<Group> SMALLEST_FIRST =
        Comparator.comparingInt(Group::people).thenComparing(Group::id);

    BlockPlan.Block block() {
      return new BlockPlan.Block(id, name, units, people);
    }
  }
}
