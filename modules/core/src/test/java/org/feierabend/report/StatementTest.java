package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.feierabend.decision.Sentence;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;

class StatementTest {
  private final BlockPlan plan = ReleaseMakerTest.plan("2026-Q1");

  private PublishedRelease release(String week) {
    return new PublishedRelease(
        ReleaseMakerTest.CITY,
        IsoWeek.parse(week),
        "e",
        plan,
        Indicator.CORE,
        Rational.of(78),
        Rational.ONE,
        plan.blocks().stream()
            .map(
                b ->
                    Map.of(
                        Indicator.CONTACTS_OUTSIDE, -7L,
                        Indicator.MEETINGS_OUTSIDE, 40L,
                        Indicator.REST_CUT, 9L))
            .toList(),
        "h");
  }

  @Test
  void ten_lines_in_both_languages_and_the_newest_week() {
    List<Sentence> lines =
        Statement.of(new Figures(List.of(release("2026-W02"), release("2026-W03"))));
    assertEquals(10, lines.size());
    assertTrue(lines.get(0).de().contains("3/2026"), lines.get(0).de());
    assertTrue(lines.get(6).de().contains("7,8 Prozentpunkte"), lines.get(6).de());
    assertTrue(lines.get(6).en().contains("7.8 percentage points"), lines.get(6).en());
  }

  @Test
  void a_count_below_nothing_is_told_as_a_range_from_zero() {
    String line = Statement.of(new Figures(List.of(release("2026-W02")))).get(1).en();
    assertTrue(line.startsWith("Between 0 % and 10 % of "), line);
  }

  @Test
  void without_a_release_there_is_nothing_to_say() {
    assertEquals(1, Statement.of(new Figures(List.of())).size());
  }
}
