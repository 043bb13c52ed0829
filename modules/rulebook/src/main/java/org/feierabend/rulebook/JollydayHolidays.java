package org.feierabend.rulebook;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.feierabend.timeline.Holidays;

/**
 * Jollyday's calendar of Bavaria and {@code rules/municipalities-by.yaml}. A date on which the
 * answer would hang on a place nobody listed is in doubt; all others are decided.
 */
public final class JollydayHolidays implements Holidays {
  private static final MonthDay ASSUMPTION = MonthDay.of(8, 15);
  private static final List<String> LAENDER =
      List.of(
          "bb", "be", "bw", "by", "hb", "he", "hh", "mv", "ni", "nw", "rp", "sh", "sl", "sn", "st",
          "th");

  private record Municipality(boolean assumption, Set<MonthDay> also) {}

  /** Holidays of one year: of all Bavaria, of every Land, of at least one place anywhere. */
  private record Days(
      Set<LocalDate> bavaria, Set<LocalDate> everywhere, Set<LocalDate> somewhere) {}

  private final Map<String, Municipality> municipalities = new HashMap<>();
  private final String land;
  private final Set<String> districts;
  private final Parameters parameters;
  private final Map<Integer, Days> years = new ConcurrentHashMap<>();

  JollydayHolidays(Entry list, Parameters parameters) {
    this.parameters = parameters;
    this.land = list.need("land").text();
    Entry everywhere = list.need("districts");
    everywhere.map(Set.of("source", "assumption"));
    everywhere.need("source").text();
    this.districts = Set.copyOf(everywhere.need("assumption").map().keySet());
    list.need("municipalities")
        .map()
        .forEach(
            (key, m) ->
                municipalities.put(
                    key,
                    new Municipality(
                        m.need("assumption").as(Boolean::parseBoolean),
                        m.map(Set.of("name", "assumption", "also")).containsKey("also")
                            ? monthDays(m.need("also").list().stream().map(Entry::text).toList())
                            : Set.of())));
  }

  @Override
  public Answer on(LocalDate date, String municipality) {
    Days days = years.computeIfAbsent(date.getYear(), JollydayHolidays::year);
    Municipality known = municipalities.get(municipality);
    MonthDay day = MonthDay.from(date);
    if (known != null)
      return answer(
          days.bavaria.contains(date)
              || known.also.contains(day)
              || (known.assumption && day.equals(ASSUMPTION)));
    if (municipality.startsWith(land) && municipality.length() == 8)
      return day.equals(ASSUMPTION)
          ? assumption(municipality)
          : answer(days.bavaria.contains(date));
    if (days.everywhere.contains(date)) return Answer.HOLIDAY;
    return days.somewhere.contains(date) || day.equals(ASSUMPTION)
        ? Answer.UNKNOWN
        : Answer.WORKDAY;
  }

  @Override
  public boolean isTariffDay(LocalDate date) {
    return parameters.value("tariff-days", "tarif", date).contains(date.toString().substring(5));
  }

  /** In some districts every municipality has it. */
  private Answer assumption(String municipality) {
    return districts.contains(municipality.substring(0, 5)) && !municipality.endsWith("000")
        ? Answer.HOLIDAY
        : Answer.UNKNOWN;
  }

  private static Answer answer(boolean holiday) {
    return holiday ? Answer.HOLIDAY : Answer.WORKDAY;
  }

  private static Set<MonthDay> monthDays(List<String> texts) {
    return texts.stream().map(t -> MonthDay.parse("--" + t)).collect(Collectors.toSet());
  }

  private static Days year(int year) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(JollydayHolidays.class.getClassLoader()); // finds its XML binding
    try {
      HolidayManager germany =
          HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));
      Set<LocalDate> everywhere = dates(germany, year);
      Set<LocalDate> somewhere = new HashSet<>();
      for (String l : LAENDER) somewhere.addAll(dates(germany, year, l));
      somewhere.addAll(dates(germany, year, "by", "ag"));
      return new Days(dates(germany, year, "by"), everywhere, somewhere);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Set<LocalDate> dates(HolidayManager germany, int year, String... place) {
    return germany.getHolidays(Year.of(year), place).stream()
        .filter(h -> h.getType() == de.focus_shift.jollyday.core.HolidayType.PUBLIC_HOLIDAY)
        .map(de.focus_shift.jollyday.core.Holiday::getDate)
        .collect(Collectors.toUnmodifiableSet());
  }
}
