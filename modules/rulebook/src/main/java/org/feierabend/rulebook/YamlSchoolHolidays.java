package org.feierabend.rulebook;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.feierabend.calendar.SchoolHolidays;
import org.feierabend.calendar.SchoolHolidays.Period;
import org.feierabend.decision.Sentence;

/** {@code config/school-holidays.yaml}. */
public final class YamlSchoolHolidays {
  private YamlSchoolHolidays() {}

  /**
   * @param home the checkout directory, with {@code config/} below it
   */
  public static SchoolHolidays read(Path home) {
    Entry file = Entry.read(home.resolve("config/school-holidays.yaml"));
    file.map(Set.of("source", "checked", "state", "years"));
    List<Period> periods = new ArrayList<>();
    file.need("years")
        .map()
        .forEach((year, entries) -> entries.list().forEach(e -> periods.add(period(year, e))));
    return new SchoolHolidays(file.need("state").text(), file.need("source").text(), periods);
  }

  private static Period period(String year, Entry e) {
    e.map(Set.of("de", "en", "from", "to"));
    return new Period(
        year,
        new Sentence(e.need("de").text(), e.need("en").text()),
        e.need("from").as(LocalDate::parse),
        e.need("to").as(LocalDate::parse));
  }
}
