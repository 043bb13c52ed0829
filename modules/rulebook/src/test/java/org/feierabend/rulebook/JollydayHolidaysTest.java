package org.feierabend.rulebook;

import static org.feierabend.timeline.Holidays.Answer.HOLIDAY;
import static org.feierabend.timeline.Holidays.Answer.UNKNOWN;
import static org.feierabend.timeline.Holidays.Answer.WORKDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.feierabend.timeline.Holidays;
import org.junit.jupiter.api.Test;

class JollydayHolidaysTest {
  private static final Path RULES = Path.of(System.getProperty("feierabend.home"), "rules");
  private static final Holidays HOLIDAYS =
      new JollydayHolidays(
          Entry.read(RULES.resolve("municipalities-by.yaml")),
          new Parameters(Entry.read(RULES.resolve("parameters.yaml")), "test"));

  @Test
  void nuremberg_2026_has_the_twelve_holidays_of_the_law_and_no_other() {
    List<LocalDate> law =
        Stream.of(
                "01-01", "01-06", "04-03", "04-06", "05-01", "05-14", "05-25", "06-04", "10-03",
                "11-01", "12-25", "12-26")
            .map(d -> LocalDate.parse("2026-" + d))
            .toList();
    List<LocalDate> found =
        LocalDate.of(2026, 1, 1)
            .datesUntil(LocalDate.of(2027, 1, 1))
            .filter(d -> HOLIDAYS.on(d, "09564000") == HOLIDAY)
            .toList();
    assertEquals(law, found);
  }

  @Test
  void augsburg_has_two_more() {
    assertEquals(HOLIDAY, HOLIDAYS.on(LocalDate.of(2028, 8, 15), "09761000"));
    assertEquals(HOLIDAY, HOLIDAYS.on(LocalDate.of(2028, 8, 8), "09761000"));
    assertEquals(WORKDAY, HOLIDAYS.on(LocalDate.of(2028, 8, 8), "09162000"));
    assertEquals(WORKDAY, HOLIDAYS.on(LocalDate.of(2028, 8, 15), "09564000"));
  }

  @Test
  void a_bavarian_municipality_that_is_not_listed_is_in_doubt_on_one_day_only() {
    List<LocalDate> doubtful =
        LocalDate.of(2028, 1, 1)
            .datesUntil(LocalDate.of(2029, 1, 1))
            .filter(d -> HOLIDAYS.on(d, "09999999") == UNKNOWN)
            .toList();
    assertEquals(List.of(LocalDate.of(2028, 8, 15)), doubtful);
  }

  @Test
  void of_a_place_outside_bavaria_only_what_every_land_shares_is_known() {
    assertEquals(HOLIDAY, HOLIDAYS.on(LocalDate.of(2026, 10, 3), "11000000"));
    assertEquals(WORKDAY, HOLIDAYS.on(LocalDate.of(2026, 9, 15), "11000000"));
    assertEquals(UNKNOWN, HOLIDAYS.on(LocalDate.of(2026, 6, 4), "11000000"));
  }

  @Test
  void a_number_older_than_the_file_is_told_with_date_and_help() {
    Parameters p = new Parameters(Entry.read(RULES.resolve("parameters.yaml")), "7f3a0000");
    var e =
        assertThrows(
            IllegalStateException.class,
            () -> p.value("tariff-days", "beamte", LocalDate.of(1990, 5, 1)));
    assertTrue(e.getMessage().contains("edition 7f3a…"), e.getMessage());
    assertTrue(e.getMessage().contains("beamte on 1990-05-01"), e.getMessage());
  }
}
