package org.feierabend.timeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which weekdays are worked, week after week from the anchor on and before it alike; never bound to
 * the parity of ISO weeks.
 *
 * @param anchor a day of the pattern's first week, which begins on that week's Monday
 */
public record WorkPattern(LocalDate anchor, List<Set<DayOfWeek>> weeks) {
  public WorkPattern {
    Objects.requireNonNull(anchor, "anchor");
    weeks = weeks.stream().map(Set::copyOf).toList();
    if (weeks.isEmpty())
      throw new IllegalArgumentException("A pattern has at least one week, but got none.");
  }

  /** The same days off in every week. */
  public static WorkPattern without(Set<DayOfWeek> freeDays) {
    Set<DayOfWeek> worked = EnumSet.allOf(DayOfWeek.class);
    worked.removeAll(freeDays);
    return new WorkPattern(LocalDate.EPOCH, List.of(worked));
  }

  public boolean isFree(LocalDate date) {
    LocalDate first = anchor.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    long week = Math.floorDiv(ChronoUnit.DAYS.between(first, date), 7L);
    return !weeks.get((int) Math.floorMod(week, (long) weeks.size())).contains(date.getDayOfWeek());
  }
}
