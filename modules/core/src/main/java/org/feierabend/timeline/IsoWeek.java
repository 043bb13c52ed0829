package org.feierabend.timeline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A week of ISO 8601, Monday 00:00 to Monday 00:00 of the employer's zone; written {@code
 * 2026-W05}.
 */
public record IsoWeek(int year, int week) implements Comparable<IsoWeek> {
  private static final Pattern FORM = Pattern.compile("(\\d{4})-W(\\d{2})");

  public IsoWeek {
    if (year < 1970 || year > 9999 || week < 1 || week > weeksOf(year))
      throw new IllegalArgumentException(
          "There is no ISO week %d of %d; a year has 52 or 53.".formatted(week, year));
  }

  public static IsoWeek parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches())
      throw new IllegalArgumentException(
          "A week is written like 2026-W05, but got '%s'.".formatted(text));
    return new IsoWeek(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
  }

  public static IsoWeek of(LocalDate date) {
    return new IsoWeek(
        date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  public static IsoWeek at(Instant instant, ZoneId zone) {
    return of(LocalDate.ofInstant(instant, zone));
  }

  /** Such as 5/2026, after what people call a week. */
  public String said() {
    return week + "/" + year;
  }

  public LocalDate monday() {
    return LocalDate.of(year, 1, 4)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .plusWeeks(week - 1L);
  }

  public Instant start(ZoneId zone) {
    return monday().atStartOfDay(zone).toInstant();
  }

  public Instant end(ZoneId zone) {
    return monday().plusWeeks(1).atStartOfDay(zone).toInstant();
  }

  public IsoWeek previous() {
    return of(monday().minusWeeks(1));
  }

  public IsoWeek next() {
    return of(monday().plusWeeks(1));
  }

  /**
   * The quarter that holds this week's Thursday, such as {@code 2026-Q1}: block membership is
   * frozen for it.
   */
  public String quarter() {
    LocalDate thursday = monday().plusDays(3);
    return thursday.getYear() + "-Q" + thursday.get(IsoFields.QUARTER_OF_YEAR); // asked per event
  }

  @Override
  public int compareTo(IsoWeek other) {
    return year != other.year
        ? Integer.compare(year, other.year)
        : Integer.compare(week, other.week);
  }

  @Override
  public String toString() {
    return "%04d-W%02d".formatted(year, week);
  }

  private static int weeksOf(int year) {
    return LocalDate.of(year, 12, 28).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }
}
