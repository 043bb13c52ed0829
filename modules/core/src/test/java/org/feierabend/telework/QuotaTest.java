package org.feierabend.telework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotaTest {
  private static final LocalDate FROM = LocalDate.of(2026, 7, 1);
  private static final LocalDate TO = LocalDate.of(2026, 10, 1);

  @Test
  void exactly_the_quota_is_inside_and_one_minute_more_is_not() {
    assertFalse(Quota.parse("40%").isExceededBy(936, 2_340));
    assertTrue(Quota.parse("40%").isExceededBy(937, 2_340));
  }

  @Test
  void a_third_of_a_percent_is_no_quota_because_minutes_are_never_rounded() {
    assertThrows(IllegalArgumentException.class, () -> Quota.parse("33.333%"));
    assertThrows(IllegalArgumentException.class, () -> Quota.parse("much"));
    assertThrows(IllegalArgumentException.class, () -> Quota.parse("101"));
  }

  @Test
  void a_quota_reads_like_it_is_written() {
    assertEquals("37.5 %", Quota.parse("37.5%").toString());
    assertEquals("40 %", Quota.parse("40").toString());
  }

  @Test
  void an_empty_week_between_counts_in_the_average() {
    Share share =
        Share.of(
            List.of(day(2026, 9, 1, 600), day(2026, 9, 18, 600), day(2026, 10, 1, 480)),
            FROM,
            TO,
            2_340);
    assertEquals(new Share(1_200, 3 * 2_340, 3), share);
  }

  @Test
  void a_quarter_of_the_work_is_reached_at_exactly_a_quarter() {
    assertTrue(new Share(585, 2_340, 1).reaches(25, 100));
    assertFalse(new Share(584, 2_340, 1).reaches(25, 100));
  }

  private static TeleworkDay day(int year, int month, int day, int minutes) {
    return new TeleworkDay(LocalDate.of(year, month, day), minutes);
  }
}
