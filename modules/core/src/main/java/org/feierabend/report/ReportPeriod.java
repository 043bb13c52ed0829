package org.feierabend.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feierabend.timeline.IsoWeek;

/**
 * The whole weeks a report is about. A week belongs to the month, quarter and year of its Thursday.
 */
public record ReportPeriod(Kind kind, IsoWeek from, IsoWeek to) {
  /** How often a report is prepared. */
  public enum Kind {
    WEEKLY(0),
    MONTHLY(1),
    QUARTERLY(3),
    YEARLY(12);

    private final int months;

    Kind(int months) {
      this.months = months;
    }

    /** The word on the wire, such as {@code quarterly}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(?:(\\d{2})|Q([1-4])))?");

  /** A week is closed on Tuesday noon of the next; what is prepared after that has it. */
  private static final int DAYS_AFTER_MONDAY = 9;

  public ReportPeriod {
    if (from.compareTo(to) > 0)
      throw new IllegalArgumentException(
          "A period ends after it starts, but got %s to %s.".formatted(from, to));
  }

  /** The period of this kind that holds the week. */
  public static ReportPeriod holding(Kind kind, IsoWeek week) {
    if (kind == Kind.WEEKLY) return new ReportPeriod(kind, week, week);
    LocalDate thursday = week.monday().plusDays(3);
    int month = (thursday.getMonthValue() - 1) / kind.months * kind.months + 1;
    return starting(kind, LocalDate.of(thursday.getYear(), month, 1));
  }

  private static ReportPeriod starting(Kind kind, LocalDate first) {
    LocalDate last = first.plusMonths(kind.months).minusDays(1);
    return new ReportPeriod(
        kind,
        IsoWeek.of(first.with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY))),
        IsoWeek.of(last.with(TemporalAdjusters.previousOrSame(DayOfWeek.THURSDAY))));
  }

  /** Reads a {@link #label()}. */
  public static ReportPeriod parse(String label) {
    if (label.contains("-W")) return holding(Kind.WEEKLY, IsoWeek.parse(label));
    Matcher m = FORM.matcher(label);
    if (!m.matches() || m.group(2) != null && !m.group(2).matches("0[1-9]|1[0-2]"))
      throw new IllegalArgumentException(
          "A period is written like 2026-W05, 2026-02, 2026-Q1 or 2026, but got '%s'."
              .formatted(label));
    int year = Integer.parseInt(m.group(1));
    if (m.group(2) != null)
      return starting(Kind.MONTHLY, LocalDate.of(year, Integer.parseInt(m.group(2)), 1));
    if (m.group(3) != null)
      return starting(Kind.QUARTERLY, LocalDate.of(year, Integer.parseInt(m.group(3)) * 3 - 2, 1));
    return starting(Kind.YEARLY, LocalDate.of(year, 1, 1));
  }

  /** Such as {@code 2026-W05}, {@code 2026-02}, {@code 2026-Q1} or {@code 2026}. */
  public String label() {
    LocalDate thursday = from.monday().plusDays(3);
    return switch (kind) {
      case WEEKLY -> from.toString();
      case MONTHLY -> "%04d-%02d".formatted(thursday.getYear(), thursday.getMonthValue());
      case QUARTERLY -> from.quarter();
      case YEARLY -> "%04d".formatted(thursday.getYear());
    };
  }

  public ReportPeriod next() {
    return holding(kind, to.next());
  }

  /** The same weeks a year before: 52 weeks earlier, so that weekday meets weekday. */
  public IsoWeek lastWeekAYearBefore() {
    return IsoWeek.of(to.monday().minusWeeks(Odometer.WEEKS));
  }

  public boolean holds(IsoWeek week) {
    return week.compareTo(from) >= 0 && week.compareTo(to) <= 0;
  }

  /**
   * When the report is prepared: on the Wednesday after its last week, whatever happened in it.
   *
   * @param at time of day, as agreed
   */
  public Instant due(LocalTime at, ZoneId zone) {
    return to.monday().plusDays(DAYS_AFTER_MONDAY).atTime(at).atZone(zone).toInstant();
  }

  @Override
  public String toString() {
    return label();
  }
}
