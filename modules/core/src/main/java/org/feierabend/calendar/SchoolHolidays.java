package org.feierabend.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.feierabend.decision.Sentence;

/**
 * School holidays people plan by; nothing is decided by them.
 *
 * @param state of Germany, such as {@code by}
 * @param source who announced them
 * @param periods in order
 */
public record SchoolHolidays(String state, String source, List<Period> periods) {
  /**
   * Both dates included.
   *
   * @param year of school, such as {@code 2026/27}
   */
  public record Period(String year, Sentence name, LocalDate from, LocalDate to) {
    public Period {
      Objects.requireNonNull(year, "year");
      Objects.requireNonNull(name, "name");
      if (to.isBefore(from))
        throw new IllegalArgumentException(
            "Holidays do not end before they begin, but got %s to %s.".formatted(from, to));
    }
  }

  public SchoolHolidays {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(source, "source");
    periods = List.copyOf(periods);
    for (int i = 1; i < periods.size(); i++)
      if (!periods.get(i - 1).to().isBefore(periods.get(i).from()))
        throw new IllegalArgumentException(
            "School holidays stand in order and apart, but %s does not begin after %s."
                .formatted(periods.get(i).from(), periods.get(i - 1).to()));
  }

  /** Those that are not over. */
  public List<Period> from(LocalDate today) {
    return periods.stream().filter(p -> !p.to().isBefore(today)).toList();
  }
}
