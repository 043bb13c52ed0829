package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.feierabend.people.UnitId;

/**
 * The attacker who combines published figures linearly. People of one unit stand in the same
 * figures, so each unit with staff is a column; each figure (a block, or a unit that is reported)
 * is a row of zeros and ones. A set of people is recoverable when its indicator lies in the row
 * space over the rationals.
 */
final class SmallestSet {
  private SmallestSet() {}

  /** The smallest recoverable set, which must be of k people or more. */
  static int assertAtLeast(int k, BlockPlan plan, Map<UnitId, Integer> staff) {
    List<UnitId> columns =
        staff.keySet().stream().sorted((a, b) -> a.value().compareTo(b.value())).toList();
    List<Rational[]> figures = new ArrayList<>();
    for (BlockPlan.Block block : plan.blocks()) figures.add(row(columns, block.units()));
    for (BlockPlan.UnitStaff unit : plan.units())
      if (plan.blocksOf(unit.id()).isPresent())
        figures.add(row(columns, subtree(plan, unit.id()))); // from the tree, not from the blocks
    List<Rational[]> basis = reduced(figures, columns.size());
    // Columns that are equal in every row of the reduced basis cannot be told apart by any
    // combination: each recoverable set is a union of these classes, without the all-zero one.
    Map<String, Integer> people = new HashMap<>();
    for (int c = 0; c < columns.size(); c++) {
      StringBuilder column = new StringBuilder();
      boolean zero = true;
      for (Rational[] r : basis) {
        column.append(r[c]).append(' ');
        zero &= r[c].signum() == 0;
      }
      if (!zero) people.merge(column.toString(), staff.get(columns.get(c)), Integer::sum);
    }
    for (int size : people.values()) assertTrue(size >= k, "a set of " + size + " in " + plan);
    assertTrue(basis.size() == plan.blocks().size(), "units add no figure that blocks do not give");
    return people.values().stream().mapToInt(Integer::intValue).min().orElse(Integer.MAX_VALUE);
  }

  private static List<UnitId> subtree(BlockPlan plan, UnitId top) {
    List<UnitId> found = new ArrayList<>(List.of(top));
    for (int i = 0; i < found.size(); i++)
      for (BlockPlan.UnitStaff u : plan.units())
        if (u.parent().isPresent() && u.parent().get().equals(found.get(i))) found.add(u.id());
    return found;
  }

  private static Rational[] row(List<UnitId> columns, List<UnitId> units) {
    return columns.stream()
        .map(c -> units.contains(c) ? Rational.ONE : Rational.ZERO)
        .toArray(Rational[]::new);
  }

  /** Reduced row echelon form, zero rows left out. */
  private static List<Rational[]> reduced(List<Rational[]> rows, int columns) {
    List<Rational[]> basis = new ArrayList<>();
    List<Rational[]> open = new ArrayList<>(rows);
    for (int c = 0; c < columns; c++) {
      int column = c;
      Rational[] pivot =
          open.stream().filter(r -> r[column].signum() != 0).findFirst().orElse(null);
      if (pivot == null) continue;
      open.remove(pivot);
      Rational lead = pivot[c];
      for (int i = 0; i < columns; i++) pivot[i] = pivot[i].dividedBy(lead);
      for (List<Rational[]> others : List.of(open, basis))
        for (Rational[] r : others) {
          Rational factor = r[c];
          if (factor.signum() == 0) continue;
          for (int i = 0; i < columns; i++) r[i] = r[i].minus(pivot[i].times(factor));
        }
      basis.add(pivot);
    }
    return basis;
  }
}
