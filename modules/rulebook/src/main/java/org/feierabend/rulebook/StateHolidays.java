package org.feierabend.rulebook;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.feierabend.timeline.Holidays;

/**
 * Jollyday's calendar of a state. A workplace may name its region as {@code es-md}; where it names
 * none and regions celebrate on their own, such a day is in doubt. Tariff days are German.
 */
final class StateHolidays implements Holidays {
  private record Key(int year, List<String> region) {}

  /** Holidays of one region, and those of any region of the state. */
  private record Days(Set<LocalDate> here, Set<LocalDate> somewhere) {}

  private final Jurisdiction.Calendar calendar;
  private final Map<Key, Days> years = new ConcurrentHashMap<>();

  StateHolidays(Jurisdiction.Calendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public Answer on(LocalDate date, String municipality) {
    List<String> region = region(municipality);
    Days days = years.computeIfAbsent(new Key(date.getYear(), region), this::days);
    if (days.here.contains(date)) return Answer.HOLIDAY;
    return region.isEmpty() && days.somewhere.contains(date) ? Answer.UNKNOWN : Answer.WORKDAY;
  }

  @Override
  public boolean isTariffDay(LocalDate date) {
    return false;
  }

  private List<String> region(String municipality) {
    if (!calendar.region().isEmpty()) return calendar.region();
    String[] parts = municipality.split("-");
    return parts.length > 1 && parts[0].equals(calendar.name())
        ? List.of(Arrays.copyOfRange(parts, 1, parts.length))
        : List.of();
  }

  private Days days(Key key) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(StateHolidays.class.getClassLoader()); // finds its XML binding
    try {
      HolidayManager state = HolidayManager.getInstance(ManagerParameters.create(calendar.name()));
      Set<LocalDate> somewhere = new HashSet<>();
      if (calendar.regional())
        for (Map.Entry<String, CalendarHierarchy> child :
            state.getCalendarHierarchy().getChildren().entrySet())
          somewhere.addAll(dates(state, key.year, child.getKey()));
      return new Days(dates(state, key.year, key.region.toArray(new String[0])), somewhere);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Set<LocalDate> dates(HolidayManager state, int year, String... region) {
    return state.getHolidays(Year.of(year), region).stream()
        .filter(h -> h.getType() == HolidayType.PUBLIC_HOLIDAY)
        .map(Holiday::getDate)
        .collect(Collectors.toUnmodifiableSet());
  }
}
