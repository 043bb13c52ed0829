package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.feierabend.decision.Sentence;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;

/** Nobody has to know how ISO writes a week. */
class WeekWordsTest {
  @Test
  void a_week_is_said_with_its_days() {
    assertEquals(
        new Sentence("KW 47/2026 (16.–22. November)", "week 47 of 2026 (16–22 November)"),
        WeekWords.of(week("2026-W47")));
    assertEquals(
        new Sentence(
            "KW 49/2026 (30. November bis 6. Dezember)",
            "week 49 of 2026 (30 November to 6 December)"),
        WeekWords.of(week("2026-W49")));
  }

  @Test
  void the_year_is_said_twice_only_where_it_changes() {
    assertEquals(
        new Sentence(
            "KW 1/2026 (29. Dezember 2025 bis 4. Januar 2026)",
            "week 1 of 2026 (29 December 2025 to 4 January 2026)"),
        WeekWords.of(week("2026-W01")));
    assertEquals(
        new Sentence(
            "KW 27 bis 39/2026 (29. Juni bis 27. September)",
            "weeks 27 to 39 of 2026 (29 June to 27 September)"),
        WeekWords.of(week("2026-W27"), week("2026-W39")));
  }

  @Test
  void weeks_that_follow_each_other_are_said_together() {
    assertEquals(
        new Sentence(
            "KW 52/2025 bis KW 2/2026, KW 4/2026",
            "week 52 of 2025 to week 2 of 2026, week 4 of 2026"),
        WeekWords.all(
            List.of(week("2025-W52"), week("2026-W01"), week("2026-W02"), week("2026-W04"))));
  }

  private static IsoWeek week(String text) {
    return IsoWeek.parse(text);
  }
}
