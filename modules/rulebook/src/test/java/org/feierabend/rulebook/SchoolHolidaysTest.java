package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.feierabend.calendar.SchoolHolidays;
import org.feierabend.calendar.SchoolHolidays.Period;
import org.junit.jupiter.api.Test;

class SchoolHolidaysTest {
  private static final SchoolHolidays BAVARIA =
      YamlSchoolHolidays.read(Path.of(System.getProperty("feierabend.home")));

  @Test
  void each_school_year_has_its_seven_holidays_on_school_days_and_names_its_source() {
    Map<String, List<Period>> years =
        BAVARIA.periods().stream().collect(Collectors.groupingBy(Period::year));
    assertEquals(Set.of("2025/26", "2026/27", "2027/28"), years.keySet());
    years.forEach((year, periods) -> assertEquals(7, periods.size(), year));
    for (Period p : BAVARIA.periods()) {
      assertTrue(p.from().getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue(), p.toString());
      assertTrue(p.to().getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue(), p.toString());
    }
    assertTrue(BAVARIA.source().contains("BayMBl. 2022 Nr. 747"));
  }

  @Test
  void the_day_of_repentance_is_the_wednesday_before_the_23rd_of_november() {
    for (Period p : BAVARIA.periods())
      if (p.name().de().equals("Buß- und Bettag")) {
        assertEquals(DayOfWeek.WEDNESDAY, p.from().getDayOfWeek());
        assertTrue(p.from().getDayOfMonth() >= 16 && p.from().getDayOfMonth() <= 22);
      }
  }

  @Test
  void what_is_over_is_not_offered() {
    assertEquals("Weihnachtsferien", BAVARIA.from(LocalDate.of(2027, 1, 8)).get(0).name().de());
    assertEquals("Frühjahrsferien", BAVARIA.from(LocalDate.of(2027, 1, 9)).get(0).name().de());
  }
}
