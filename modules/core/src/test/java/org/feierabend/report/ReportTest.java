package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  private final BlockPlan plan = ReleaseMakerTest.plan("2026-Q1");

  /** Weeks from 2026-W01; as many people of each hundred as given for each week. */
  private Figures figures(int... percent) {
    List<PublishedRelease> releases = new ArrayList<>();
    IsoWeek week = IsoWeek.parse("2026-W01");
    for (int share : percent) {
      releases.add(
          new PublishedRelease(
              ReleaseMakerTest.CITY,
              week,
              "e",
              plan,
              List.of(Indicator.REST_CUT),
              Rational.of(78),
              Rational.ONE,
              plan.blocks().stream()
                  .map(b -> Map.of(Indicator.REST_CUT, b.headcount() * share / 100L))
                  .toList(),
              "h"));
      week = week.next();
    }
    return new Figures(releases);
  }

  private static Report.Cell everybody(Report report) {
    return report.rows().get(0).cells().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-W05, 2026-W05, 2026-W05",
    "2026-01, 2026-W01, 2026-W05",
    "2026-Q1, 2026-W01, 2026-W13",
    "2026-Q4, 2026-W40, 2026-W53",
    "2026, 2026-W01, 2026-W53",
    "2025, 2025-W01, 2025-W52"
  })
  void a_week_belongs_to_the_month_quarter_and_year_of_its_thursday(
      String label, String from, String to) {
    ReportPeriod period = ReportPeriod.parse(label);
    assertEquals(from + " " + to, period.from() + " " + period.to());
    assertEquals(label, period.label());
    assertEquals(period, ReportPeriod.holding(period.kind(), period.to()));
    assertEquals(period.to().next(), period.next().from());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-13", "2026-Q5", "26", "2026-W54", "2026-1"})
  void what_is_no_period_is_refused(String label) {
    assertThrows(IllegalArgumentException.class, () -> ReportPeriod.parse(label));
  }

  @Test
  void a_report_is_due_on_the_wednesday_after_its_last_week_in_local_time() {
    assertEquals(
        Instant.parse("2026-04-01T05:00:00Z"),
        ReportPeriod.parse("2026-Q1").due(LocalTime.of(7, 0), ZoneId.of("Europe/Berlin")));
  }

  @Test
  void a_quarter_is_the_average_of_its_weeks_and_looks_at_no_later_one() {
    int[] weeks = new int[20];
    java.util.Arrays.fill(weeks, 0, 13, 30);
    java.util.Arrays.fill(weeks, 13, 20, 90);
    Report report = Report.of("City", ReportPeriod.parse("2026-Q1"), figures(weeks));
    Figure.Shown shown = (Figure.Shown) everybody(report).figure();
    assertEquals(13, shown.weeks());
    assertTrue(shown.text().equals("30 %") || shown.text().equals("29 %"), shown.text());
    assertEquals(13, report.weeks().size());
  }

  @Test
  void only_a_move_larger_than_chance_is_told() {
    ReportPeriod fifth = ReportPeriod.parse("2026-W05");
    assertEquals(
        Change.NOT_PROVEN,
        everybody(Report.of("City", fifth, figures(30, 30, 30, 30, 34))).sinceBefore());
    assertEquals(
        Change.HIGHER,
        everybody(Report.of("City", fifth, figures(10, 10, 10, 10, 70))).sinceBefore());
    assertEquals(
        Change.LOWER,
        everybody(Report.of("City", fifth, figures(80, 80, 80, 80, 10))).sinceBefore());
    assertEquals(
        Change.NOTHING_TO_COMPARE,
        everybody(Report.of("City", fifth, figures(80, 80, 80, 80, 10))).sinceYear());
  }

  @Test
  void without_a_release_there_is_a_report_that_says_so() {
    Report report = Report.of("City", ReportPeriod.parse("2026-Q3"), figures(30, 30));
    assertTrue(report.newest().isEmpty());
    assertEquals(List.of(), report.rows());
  }
}
