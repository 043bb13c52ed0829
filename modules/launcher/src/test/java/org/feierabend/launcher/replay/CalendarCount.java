package org.feierabend.launcher.replay;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts what becomes of mail among colleagues with nothing but a calendar: windows by weekday,
 * Sundays and the holidays of Nuremberg. Shares no code with what it checks.
 */
final class CalendarCount {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<LocalDate> HOLIDAYS =
      Set.of(
          LocalDate.of(2026, 1, 1),
          LocalDate.of(2026, 1, 6),
          LocalDate.of(2026, 4, 3),
          LocalDate.of(2026, 4, 6),
          LocalDate.of(2026, 5, 1),
          LocalDate.of(2026, 5, 14),
          LocalDate.of(2026, 5, 25),
          LocalDate.of(2026, 6, 4));

  /** Half-open hours of one weekday, ascending. */
  record Hours(LocalTime from, LocalTime to) {}

  private final Map<DayOfWeek, List<Hours>> windows;
  private final boolean hold;

  final Map<String, Long> outcomes = new TreeMap<>();
  Duration longest = Duration.ZERO;

  CalendarCount(Map<DayOfWeek, List<Hours>> windows, boolean hold) {
    this.windows = windows;
    this.hold = hold;
  }

  void line(String line) {
    String[] words = line.split(" ");
    LocalDateTime wall =
        LocalDate.of(2026, 1, 5).atStartOfDay().plusSeconds(Long.parseLong(words[2]));
    Instant at = wall.atZone(BERLIN).toInstant();
    LocalDateTime local = LocalDateTime.ofInstant(at, BERLIN);
    if (words[0].equals(words[1])) count("silence");
    else if (open(local)) count("deliver");
    else if (!hold) count("silence");
    else {
      count("defer");
      Duration wait = Duration.between(at, next(local));
      if (wait.compareTo(longest) > 0) longest = wait;
    }
  }

  private void count(String outcome) {
    outcomes.merge(outcome, 1L, Long::sum);
  }

  private List<Hours> on(LocalDate date) {
    if (date.getDayOfWeek() == DayOfWeek.SUNDAY || HOLIDAYS.contains(date)) return List.of();
    return windows.getOrDefault(date.getDayOfWeek(), List.of());
  }

  private boolean open(LocalDateTime at) {
    return on(at.toLocalDate()).stream()
        .anyMatch(h -> !at.toLocalTime().isBefore(h.from) && at.toLocalTime().isBefore(h.to));
  }

  private Instant next(LocalDateTime at) {
    for (LocalDate date = at.toLocalDate(); ; date = date.plusDays(1))
      for (Hours h : on(date))
        if (date.atTime(h.from).isAfter(at)) return date.atTime(h.from).atZone(BERLIN).toInstant();
  }
}
