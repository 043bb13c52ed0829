package org.feierabend.launcher.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The time in front of a syslog line. The old form ({@code Jan 5 08:12:44}) has no year: the first
 * line lies on or after the start date, each further one close to the line before it. The newer
 * form is an ISO date with offset.
 */
final class SyslogTime {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final int OLD_LENGTH = "Jan  5 08:12:44".length();
  private static final int HALF_A_YEAR = 6;

  private final FileStart start;
  private int year;
  private int lastMonth;

  SyslogTime(FileStart start) {
    this.start = start;
  }

  /** What stands before the first blank after the time, and the rest of the line. */
  record Stamped(Instant at, String rest) {}

  Stamped read(String line) {
    try {
      if (!line.isEmpty() && Character.isDigit(line.charAt(0))) {
        int blank = line.indexOf(' ');
        if (blank < 0) throw new BadLine("it is no syslog line", "sie ist keine Syslog-Zeile");
        Instant at = OffsetDateTime.parse(line.substring(0, blank)).toInstant();
        return new Stamped(Years.check(at), line.substring(blank + 1));
      }
      int month = line.length() > OLD_LENGTH ? 1 + MONTHS.indexOf(line.substring(0, 3)) : 0;
      if (month == 0) throw new BadLine("it is no syslog line", "sie ist keine Syslog-Zeile");
      int day = Integer.parseInt(line.substring(4, 6).strip());
      LocalTime time = LocalTime.parse(line.substring(7, OLD_LENGTH));
      LocalDate date = LocalDate.of(yearOf(month, day), month, day);
      return new Stamped(
          start.local(LocalDateTime.of(date, time)), line.substring(OLD_LENGTH).strip());
    } catch (DateTimeException | NumberFormatException e) {
      throw new BadLine("the time in front is none", "die Zeit am Anfang ist keine");
    }
  }

  private int yearOf(int month, int day) {
    if (lastMonth == 0) {
      LocalDate from = start.date();
      boolean before = month * 100 + day < from.getMonthValue() * 100 + from.getDayOfMonth();
      year = before ? from.getYear() + 1 : from.getYear();
      lastMonth = month;
    }
    if (month > lastMonth + HALF_A_YEAR) return year - 1;
    if (month < lastMonth - HALF_A_YEAR) year++;
    lastMonth = month;
    return year;
  }
}
