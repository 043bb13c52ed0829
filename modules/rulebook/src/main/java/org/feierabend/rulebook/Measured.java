package org.feierabend.rulebook;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.feierabend.decision.Sentence;
import org.feierabend.report.Rational;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/** How a policy's value is measured by a number of the law: the words of {@code x-bound}. */
enum Measured {
  AT_LEAST("Mindestens", "At least"),
  AT_MOST("Höchstens", "At most"),
  /** Hours across midnight that contain the law's. */
  COVERS("Mindestens die Stunden", "At least the hours"),
  /** Hours of the day, or of every day of a week, inside the law's. */
  WITHIN("Innerhalb von", "Within"),
  /** A day that comes before the law's time is over, counted from the policy's first. */
  REVIEW("Spätestens nach", "At the latest after");

  private final Sentence words;

  Measured(String de, String en) {
    words = new Sentence(de, en);
  }

  static Measured by(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }

  Sentence words() {
    return words;
  }

  /**
   * Whether the value protects as much as the law or more.
   *
   * @param law the number: one, or the two ends of hours
   * @param from first day of the policy
   */
  boolean keeps(Object value, List<String> law, LocalDate from) {
    return switch (this) {
      case AT_LEAST -> compare(value.toString(), law.get(0), from) >= 0;
      case AT_MOST -> compare(value.toString(), law.get(0), from) <= 0;
      case COVERS ->
          time(value, 0).isAfter(time(value, 1)) // across midnight, like the law's
              && !time(value, 0).isAfter(time(law, 0))
              && !time(value, 1).isBefore(time(law, 1));
      case WITHIN ->
          value instanceof Map<?, ?> week
              ? WeeklyForm.windows(week).stream().allMatch(w -> within(w, law))
              : !time(value, 0).isBefore(time(law, 0)) && !time(value, 1).isAfter(time(law, 1));
      case REVIEW ->
          !LocalDate.parse(value.toString()).isAfter(from.plus(Period.parse(law.get(0))));
    };
  }

  private static boolean within(WeeklyWindow window, List<String> law) {
    return window.from().isBefore(window.to())
        && !window.from().isBefore(time(law, 0))
        && !window.to().isAfter(time(law, 1));
  }

  private static LocalTime time(Object pair, int end) {
    return LocalTime.parse(String.valueOf(((List<?>) pair).get(end)));
  }

  private static int compare(String value, String law, LocalDate from) {
    if (law.startsWith("PT") || law.matches("P\\d+D"))
      return Duration.parse(value).compareTo(Duration.parse(law));
    if (law.startsWith("P")) // months differ in length: what counts is the day they lead to
    return from.plus(Period.parse(value)).compareTo(from.plus(Period.parse(law)));
    if (law.contains(":")) return LocalTime.parse(value).compareTo(LocalTime.parse(law));
    return Rational.parse(value).compareTo(Rational.parse(law));
  }
}
