package org.feierabend.channels.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feierabend.decision.Sentence;
import org.feierabend.report.BlockPlan;
import org.feierabend.report.Figure;
import org.feierabend.report.Figures;
import org.feierabend.report.Indicator;
import org.feierabend.report.PublishedRelease;

/** One published week. */
record ReleaseView(String week, String edition, List<Block> blocks) implements View {
  record Block(String id, Sentence name, int headcount, Map<String, Value> figures) {}

  /**
   * @param noised the count as drawn
   * @param share of the headcount, 0 to 1
   * @param low lower end of the 95 % interval, 0 to 1
   * @param high upper end
   * @param text as a reader should take it, such as {@code < 10 %}
   */
  record Value(long noised, BigDecimal share, BigDecimal low, BigDecimal high, String text) {}

  static ReleaseView of(PublishedRelease release, BlockNames names) {
    List<BlockPlan.Block> plan = release.plan().blocks();
    return new ReleaseView(
        release.week().toString(),
        release.edition(),
        java.util.stream.IntStream.range(0, plan.size())
            .mapToObj(
                i ->
                    new Block(
                        plan.get(i).id(),
                        names.of(plan.get(i)),
                        plan.get(i).headcount(),
                        values(release, i)))
            .toList());
  }

  private static Map<String, Value> values(PublishedRelease release, int block) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Indicator indicator : release.indicators()) {
      Figure.Shown shown = Figures.week(release, block, indicator);
      values.put(
          indicator.key(),
          new Value(
              release.noised().get(block).get(indicator),
              part(shown.share()),
              part(shown.low()),
              part(shown.high()),
              shown.text()));
    }
    return values;
  }

  static BigDecimal part(BigDecimal percent) {
    return percent.divide(BigDecimal.valueOf(100), 4, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
