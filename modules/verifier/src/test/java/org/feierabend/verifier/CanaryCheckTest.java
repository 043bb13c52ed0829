package org.feierabend.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ledger rows made by hand: 100 canary blocks, 13 weeks, 3 indicators (PRIVACY 7.15). */
class CanaryCheckTest {
  private static final List<String> INDICATORS = List.of("late", "meet", "rest");
  private final List<String> truth = new ArrayList<>(List.of("week,block,indicator,count"));

  private List<Row> ledger(double sigma, double shift, int rolls) {
    Random random = new Random(11);
    List<Row> rows = new ArrayList<>();
    for (int week = 1; week <= 13; week++) {
      List<Row.Unit> units = new ArrayList<>(List.of(new Row.Unit("canary", "", 0)));
      List<Row.Block> blocks = new ArrayList<>();
      for (int b = 0; b < 100; b++) {
        units.add(new Row.Unit("c" + b, "canary", 40));
        Map<String, Long> figures = new java.util.TreeMap<>();
        for (String indicator : INDICATORS) {
          int count = random.nextInt(41);
          truth.add("2026-W%02d,c%d,%s,%d".formatted(week, b, indicator, count));
          double noise = sigma * random.nextGaussian();
          for (int i = 1; i < rolls; i++) {
            double again = sigma * random.nextGaussian();
            if (Math.abs(again) < Math.abs(noise)) noise = again;
          }
          figures.put(indicator, Math.round(count + shift + noise));
        }
        blocks.add(new Row.Block("c" + b, List.of("c" + b), 40, figures));
      }
      Row.Release release =
          new Row.Release(
              "2026-Q1",
              20,
              "",
              "",
              INDICATORS,
              INDICATORS,
              Fraction.of(78, 1),
              null,
              units,
              blocks);
      rows.add(
          new Row(
              week,
              "RELEASE",
              "town",
              "2026-W%02d".formatted(week),
              "",
              "",
              "",
              "",
              "",
              release,
              null,
              null));
    }
    return rows;
  }

  @Test
  void the_promised_noise_is_found_to_within_four_per_cent() throws Exception {
    String said = new CanaryCheck(truth).run(ledger(Math.sqrt(78), 0, 1)).en();
    double sigma = Double.parseDouble(said.replaceAll(".*sigma is ([0-9.]+),.*", "$1"));
    assertEquals(Math.sqrt(78), sigma, 0.04 * Math.sqrt(78), said);
    assertTrue(said.startsWith("3900 figures"), said);
  }

  @Test
  void half_the_noise_noise_drawn_again_and_counts_moved_are_found() {
    assertThrows(Wrong.class, () -> new CanaryCheck(truth).run(ledger(Math.sqrt(78) / 2, 0, 1)));
    truth.clear();
    assertThrows(Wrong.class, () -> new CanaryCheck(truth).run(ledger(Math.sqrt(78), 0, 2)));
    truth.clear();
    assertThrows(Wrong.class, () -> new CanaryCheck(truth).run(ledger(Math.sqrt(78), 1, 1)));
  }

  @Test
  void a_truth_about_weeks_or_blocks_that_are_not_there_is_refused() {
    List<Row> ledger = ledger(8, 0, 1);
    for (String wrong :
        List.of("2026-W20,c1,late,3", "2026-W01,d1,late,3", "2026-W01,c1,none,3", "x"))
      assertThrows(Wrong.class, () -> new CanaryCheck(List.of(wrong)).run(ledger), wrong);
    assertThrows(Wrong.class, () -> new CanaryCheck(List.of()).run(ledger));
  }
}
