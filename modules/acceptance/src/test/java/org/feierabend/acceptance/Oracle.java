package org.feierabend.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts an email-activity file again, with nothing but a calendar: policy P0 (windows Monday to
 * Friday 07 to 19), workplace Nuremberg, twelve units by number modulo. Shares no code with what it
 * checks.
 */
final class Oracle {
  static final int UNITS = 12;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate START = LocalDate.of(2026, 1, 5);
  private static final LocalTime OPENS = LocalTime.of(7, 0);
  private static final LocalTime CLOSES = LocalTime.of(19, 0);
  private static final int PASSES_FROM = 5;

  /** Public holidays of Bavaria in 2026; Nuremberg has no Mariä Himmelfahrt (15 August). */
  private static final Set<LocalDate> HOLIDAYS =
      Set.of(
          LocalDate.of(2026, 1, 1),
          LocalDate.of(2026, 1, 6),
          LocalDate.of(2026, 4, 3),
          LocalDate.of(2026, 4, 6),
          LocalDate.of(2026, 5, 1),
          LocalDate.of(2026, 5, 14),
          LocalDate.of(2026, 5, 25),
          LocalDate.of(2026, 6, 4),
          LocalDate.of(2026, 10, 3),
          LocalDate.of(2026, 11, 1),
          LocalDate.of(2026, 12, 25),
          LocalDate.of(2026, 12, 26));

  final Map<String, Long> outcomes = new TreeMap<>();
  final Map<String, Long> rules = new TreeMap<>();

  /** {@code 2026w05 unit-03} → people with at least five contacts outside their windows. */
  final Map<String, Integer> outside = new TreeMap<>();

  final Set<String> weeks = new java.util.TreeSet<>();
  long events;
  private final Map<String, Integer> perPerson = new HashMap<>();

  static Oracle of(Path file) throws IOException {
    Oracle oracle = new Oracle();
    try (Stream<String> lines = Files.lines(file)) {
      lines.forEach(oracle::line);
    }
    oracle.perPerson.forEach(
        (weekAndPerson, contacts) -> {
          if (contacts < PASSES_FROM) return;
          String[] words = weekAndPerson.split(" ");
          oracle.outside.merge(
              words[0] + " unit-%02d".formatted(Integer.parseInt(words[1]) % UNITS + 1),
              1,
              Integer::sum);
        });
    return oracle;
  }

  private void line(String line) {
    String[] words = line.strip().split("\\s+");
    if (words.length != 3 || !line.matches("[0-9\\s]+")) return;
    boolean self = words[0].equals(words[1]);
    LocalDateTime wall = START.atStartOfDay().plusSeconds(Long.parseLong(words[2]));
    LocalDateTime at = wall.atZone(BERLIN).toLocalDateTime(); // the gap of spring moves forward
    boolean weekend =
        at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
    boolean outsideWindow =
        weekend || at.toLocalTime().isBefore(OPENS) || !at.toLocalTime().isBefore(CLOSES);
    boolean restDay = at.getDayOfWeek() == DayOfWeek.SUNDAY || HOLIDAYS.contains(at.toLocalDate());
    events++;
    weeks.add(week(at));
    if (self) outcomes.merge("SILENCE", 1L, Long::sum);
    else outcomes.merge(outsideWindow || restDay ? "DEFER" : "DELIVER", 1L, Long::sum);
    if (outsideWindow) rules.merge("outside-window", 1L, Long::sum);
    if (restDay) rules.merge("sunday-holiday", 1L, Long::sum);
    if (self) rules.merge("own-device", 1L, Long::sum);
    else if (!outsideWindow && !restDay) rules.merge("default", 1L, Long::sum);
    if (outsideWindow && !self) perPerson.merge(week(at) + " " + words[1], 1, Integer::sum);
  }

  static String week(LocalDateTime at) {
    return "%04dw%02d"
        .formatted(at.get(IsoFields.WEEK_BASED_YEAR), at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
