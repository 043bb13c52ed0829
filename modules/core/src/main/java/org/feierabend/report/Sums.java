package org.feierabend.report;

import java.util.Map;

/**
 * How many people of each block passed each threshold, before noise. Exists inside the closing
 * transaction only.
 */
public record Sums(Map<Integer, Map<Indicator, Integer>> byBlock) {
  public Sums {
    byBlock = Map.copyOf(byBlock);
  }

  public int of(int block, Indicator indicator) {
    return byBlock.getOrDefault(block, Map.of()).getOrDefault(indicator, 0);
  }

  @Override
  public String toString() {
    return "Sums(…)"; // unnoised: never in a log
  }
}
