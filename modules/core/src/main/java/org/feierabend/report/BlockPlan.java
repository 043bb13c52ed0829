package org.feierabend.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feierabend.decision.Sentence;
import org.feierabend.people.UnitId;

/**
 * The blocks of one quarter and the unit tree they were made from; made by {@link BlockPartition},
 * written and read as text by {@link BlockPlanJson}.
 *
 * @param k smallest number of people a block may have
 * @param units the whole tree, with own staff, sorted by id
 * @param blocks by index; the index is what marks and tallies carry. Empty when the employer has
 *     fewer than k people: then nothing is published.
 */
public record BlockPlan(String quarter, int k, List<UnitStaff> units, List<Block> blocks) {
  /**
   * A unit of the tree.
   *
   * @param staff people who belong to the unit itself, not to one below it
   */
  public record UnitStaff(UnitId id, Optional<UnitId> parent, Sentence name, int staff) {
    public UnitStaff {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(parent, "parent");
      Objects.requireNonNull(name, "name");
      if (staff < 0)
        throw new IllegalArgumentException("Unit %s cannot have %d people.".formatted(id, staff));
    }
  }

  /**
   * A set of units big enough to publish (PRIVACY, section 3).
   *
   * @param id stable within the plan, such as {@code unit-12} or {@code rest-of-unit-3}
   * @param units the units whose own staff it holds, whole; sorted by id
   * @param headcount people in it when the quarter was frozen
   */
  public record Block(String id, Sentence name, List<UnitId> units, int headcount) {
    public Block {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(name, "name");
      units = List.copyOf(units);
    }
  }

  public BlockPlan {
    Objects.requireNonNull(quarter, "quarter");
    units = List.copyOf(units);
    blocks = List.copyOf(blocks);
    Set<String> ids = new HashSet<>();
    Set<UnitId> placed = new HashSet<>();
    for (Block block : blocks) {
      if (block.headcount < k)
        throw new IllegalArgumentException(
            "Block %s has %d people, but k is %d.".formatted(block.id, block.headcount, k));
      if (!ids.add(block.id))
        throw new IllegalArgumentException("Two blocks are called %s.".formatted(block.id));
      for (UnitId unit : block.units)
        if (!placed.add(unit))
          throw new IllegalArgumentException("Unit %s lies in two blocks.".formatted(unit));
    }
  }

  /** Index of the block that holds the unit's own staff; empty when it is in none. */
  public Optional<Integer> blockOf(UnitId unit) {
    for (int i = 0; i < blocks.size(); i++)
      if (blocks.get(i).units.contains(unit)) return Optional.of(i);
    return Optional.empty();
  }

  /**
   * The blocks whose people are exactly the unit's, those of the units below included. Empty when
   * there is no such set: then the unit is not reported separately.
   */
  public Optional<List<Integer>> blocksOf(UnitId unit) {
    Set<UnitId> below = below(unit);
    List<Integer> within = new ArrayList<>();
    int people = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (!below.containsAll(blocks.get(i).units)) continue;
      within.add(i);
      people = Math.addExact(people, blocks.get(i).headcount);
    }
    return within.isEmpty() || people != headcount(unit)
        ? Optional.empty()
        : Optional.of(List.copyOf(within));
  }

  /** Blocks of real people, by index: what totals are made of. */
  public List<Integer> real() {
    Set<UnitId> canaries = Canaries.unitsOf(units);
    List<Integer> real = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++)
      if (!canaries.containsAll(blocks.get(i).units)) real.add(i);
    return List.copyOf(real);
  }

  /** People of the unit and of all units below it; 0 for an unknown unit. */
  public int headcount(UnitId unit) {
    Set<UnitId> below = below(unit);
    int people = 0;
    for (UnitStaff u : units) if (below.contains(u.id)) people = Math.addExact(people, u.staff);
    return people;
  }

  public Optional<UnitStaff> unit(UnitId id) {
    return units.stream().filter(u -> u.id.equals(id)).findFirst();
  }

  private Set<UnitId> below(UnitId top) {
    Map<UnitId, List<UnitId>> children = new HashMap<>();
    for (UnitStaff u : units)
      u.parent.ifPresent(p -> children.computeIfAbsent(p, x -> new ArrayList<>()).add(u.id));
    Set<UnitId> below = new HashSet<>(Set.of(top));
    List<UnitId> open = new ArrayList<>(List.of(top));
    while (!open.isEmpty())
      for (UnitId child : children.getOrDefault(open.remove(open.size() - 1), List.of()))
        if (below.add(child)) open.add(child);
    return below;
  }
}
