package org.feierabend.telework;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Minutes of telework, and all working minutes of the same weeks. The weeks run from that of the
 * first planned day to that of the last, so that a short or empty week between (holidays, leave)
 * counts in the average, and weeks nobody has planned yet lend nothing.
 *
 * @param minutes of telework
 * @param of working minutes of an average week, times the weeks
 * @param weeks how many
 */
public record Share(long minutes, long of, int weeks) {
  /**
   * @param from first date that counts
   * @param to first date that does not
   * @param weekly working minutes of an average week
   */
  public static Share of(List<TeleworkDay> days, LocalDate from, LocalDate to, long weekly) {
    LocalDate first = null;
    LocalDate last = null;
    long minutes = 0;
    for (TeleworkDay d : days) {
      if (d.date().isBefore(from) || !d.date().isBefore(to)) continue;
      minutes += d.minutes();
      if (first == null || d.date().isBefore(first)) first = d.date();
      if (last == null || d.date().isAfter(last)) last = d.date();
    }
    if (first == null) return new Share(0, weekly, 1);
    int weeks = (int) ChronoUnit.WEEKS.between(monday(first), monday(last)) + 1;
    return new Share(minutes, weekly * weeks, weeks);
  }

  /** The last date before that one. */
  static Optional<LocalDate> last(List<TeleworkDay> days, LocalDate before) {
    return days.stream()
        .map(TeleworkDay::date)
        .filter(before::isAfter)
        .max(Comparator.naturalOrder());
  }

  public static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Whether it reaches a part such as 1/4; exactly the part is reached. */
  public boolean reaches(int numerator, int denominator) {
    return minutes * denominator >= of * numerator;
  }
}
