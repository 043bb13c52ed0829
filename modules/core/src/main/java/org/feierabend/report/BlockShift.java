package org.feierabend.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feierabend.people.UnitId;
import org.feierabend.report.BlockPlan.Block;
import org.feierabend.report.BlockPlan.UnitStaff;

/**
 * What another tree or other headcounts make of a block; invented people of the works council are
 * in none of them.
 *
 * @param before the block as it was; empty: it is new
 * @param after the block as it becomes; empty: it is gone
 */
public record BlockShift(Optional<Block> before, Optional<Block> after) {
  public enum Kind {
    NEW,
    SAME,
    CHANGED,
    GONE
  }

  public BlockShift {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  public Kind kind() {
    if (before.isEmpty()) return Kind.NEW;
    if (after.isEmpty()) return Kind.GONE;
    return before.equals(after) ? Kind.SAME : Kind.CHANGED;
  }

  /** Every block of both plans, those of the later one first. */
  public static List<BlockShift> between(BlockPlan before, BlockPlan after) {
    Map<String, Block> old = new LinkedHashMap<>();
    for (int i : before.real()) old.put(before.blocks().get(i).id(), before.blocks().get(i));
    List<BlockShift> shifts = new ArrayList<>();
    for (int i : after.real()) {
      Block block = after.blocks().get(i);
      shifts.add(new BlockShift(Optional.ofNullable(old.remove(block.id())), Optional.of(block)));
    }
    for (Block gone : old.values()) shifts.add(new BlockShift(Optional.of(gone), Optional.empty()));
    return List.copyOf(shifts);
  }

  /** Units whose people are in no block of their own: nothing is reported of them alone. */
  public static List<UnitStaff> notAlone(BlockPlan plan) {
    Set<UnitId> canaries = Canaries.unitsOf(plan.units());
    return plan.units().stream()
        .filter(u -> !canaries.contains(u.id()))
        .filter(u -> plan.headcount(u.id()) > 0 && plan.blocksOf(u.id()).isEmpty())
        .toList();
  }

  /** How many people are in no block at all: nothing is reported of them. */
  public static int unreported(BlockPlan plan) {
    Set<UnitId> canaries = Canaries.unitsOf(plan.units());
    int people = 0;
    for (UnitStaff u : plan.units())
      if (!canaries.contains(u.id()) && plan.blockOf(u.id()).isEmpty()) people += u.staff();
    return people;
  }
}
