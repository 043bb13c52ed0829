package org.feierabend.channels.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.OpenData;
import org.feierabend.policy.OpenData.Licence;
import org.feierabend.report.OpenDataComparison;
import org.feierabend.report.OpenDataTable;
import org.feierabend.report.OpenDataTable.Interval;
import org.feierabend.report.OpenDataTable.Row;
import org.feierabend.report.Report;
import org.feierabend.report.ReportPeriod;
import org.junit.jupiter.api.Test;

/** What two years of open data may be said to differ in. */
class OpenDataComparisonTest {
  private static final String KEY = "rest-cut-short";

  private static OpenDataTable table(String period, String unit, String low, String high) {
    Optional<Interval> interval =
        low.isEmpty()
            ? Optional.empty()
            : Optional.of(new Interval(new BigDecimal(low), new BigDecimal(high)));
    return new OpenDataTable(List.of(new Row(period, unit, KEY, interval)), "as agreed");
  }

  private static List<Sentence> compared(OpenDataTable a, OpenDataTable b) {
    return OpenDataComparison.of(a, "Aburg", b, "Bdorf");
  }

  private static OpenDataTable year(int year) {
    List<Report> reports =
        List.of(
            Report.of("Town", ReportPeriod.parse("" + year), SampleReports.figures()),
            Report.of("Town", ReportPeriod.parse(year + "-Q1"), SampleReports.figures()));
    OpenDataBundle bundle =
        OpenDataBundle.of(
            year, reports, new OpenData(Licence.CC_ZERO, "Town", "s@town.example"), "09564000");
    return OpenDataTable.read(bundle.bytes());
  }

  @Test
  void intervals_apart_are_a_difference_told_from_its_least_to_its_most() {
    List<Sentence> said = compared(table("2025", "", "10", "14.5"), table("2025", "", "18", "21"));
    assertEquals(
        "People who in a week had their rest cut short: in Bdorf (2025) the share is at least 3.5 and at most 11"
            + " percentage points higher than in Aburg (2025): 18 to 21 % against 10 to 14.5 % (95 % intervals).",
        said.get(0).en());
    assertTrue(said.get(0).de().contains("um mindestens 3,5 und höchstens 11 Prozentpunkte höher"));
    List<Sentence> back = compared(table("2025", "", "18", "21"), table("2025", "", "10", "14.5"));
    assertTrue(back.get(0).en().contains("at least 3.5 and at most 11 percentage points lower"));
  }

  @Test
  void intervals_that_touch_prove_nothing_however_far_apart_the_shares_are() {
    List<Sentence> said = compared(table("2025", "", "10", "18"), table("2025", "", "18", "40"));
    assertEquals(1, said.size());
    assertTrue(said.get(0).en().startsWith("No difference is proven. 1 further comparisons"));
  }

  @Test
  void what_is_not_shown_counted_otherwise_or_of_another_span_is_not_compared() {
    OpenDataTable shown = table("2025", "", "10", "14");
    assertTrue(
        compared(shown, table("2025", "", "", ""))
            .get(0)
            .en()
            .contains("in 1 a share is not shown"));
    assertTrue(
        compared(shown, table("2025-Q1", "", "30", "40"))
            .get(0)
            .en()
            .startsWith("There is nothing"));
    OpenDataTable other = new OpenDataTable(shown.rows(), "at least 1 contact");
    assertTrue(compared(shown, other).get(0).en().contains("count by different rules"));
    assertThrows(IllegalArgumentException.class, () -> OpenDataTable.read(new byte[0]));
  }

  @Test
  void real_bundles_of_two_years_are_read_and_the_doubled_contacts_are_found() {
    List<Sentence> said = OpenDataComparison.of(year(2025), "2025", year(2026), "2026");
    assertTrue(
        said.stream()
            .anyMatch(
                s ->
                    s.en().startsWith("People who in a week had five or more contacts outside")
                        && s.en().contains("percentage points higher")),
        said.toString());
    List<Sentence> same = OpenDataComparison.of(year(2025), "a", year(2025), "b");
    assertEquals(1, same.size(), same.toString());
  }
}
