package org.feierabend.report;

import java.util.List;
import org.feierabend.people.UnitId;

/**
 * The blocks of one quarter.
 *
 * @param blocks by index; the index is what marks and tallies carry
 */
public record BlockPlan(String quarter, List<Block> blocks) {
  /**
   * A set of units big enough to publish (PRIVACY, section 3).
   *
   * @param id stable within the plan, such as {@code unit-12} or {@code rest-of-unit-3}
   * @param units the units whose staff it holds, whole
   * @param headcount people in it when the quarter was frozen
   */
  public record Block(String id, List<UnitId> units, int headcount) {
    public Block {
      units = List.copyOf(units);
    }
  }

  public BlockPlan {
    blocks = List.copyOf(blocks);
  }
}
