package org.feierabend.rulebook;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.feierabend.decision.Sentence;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Flag;

/**
 * What the law of a state says about being left alone after work, as data.
 *
 * @param code ISO 3166 in small letters, such as {@code fr} or {@code ca-on}
 * @param rests name of a number → its dated values; empty where {@code noRest} says why
 * @param noRest why there is no statutory rest; blank where there is
 */
record Jurisdiction(
    String code,
    Sentence name,
    Kind kind,
    Source basis,
    Calendar calendar,
    Map<String, List<Number>> rests,
    String noRest,
    List<Threshold> thresholds,
    List<Exempted> exemptions) {
  static final String DAILY = "daily-rest";
  static final String MINORS = "daily-rest-minors";
  static final String WEEKLY = "weekly-rest";

  /** The pack of {@code rules/parameters.yaml}. */
  static final String STANDARD = "de";

  enum Kind {
    /** The employee may refuse. */
    RIGHT,
    /** The employer must not try: the attempt waits at the sender's side. */
    DUTY_NOT_TO_CONTACT,
    /** The employer must have rules; they say what holds. */
    POLICY_DUTY,
    /** Only rest is protected. */
    REST_ONLY
  }

  /** Since when something holds, and where it stands. */
  record Source(LocalDate from, String text) {
    Source {
      Objects.requireNonNull(from, "from");
      if (text.isBlank()) throw new IllegalArgumentException("a number without a source is none");
    }
  }

  /**
   * @param doubt what was not verified; empty where nothing is left to check
   */
  record Number(Source source, Duration value, Optional<String> doubt) {
    Number {
      if (value.isNegative() || value.isZero() || value.compareTo(Duration.ofDays(7)) > 0)
        throw new IllegalArgumentException(
            "a rest is longer than nothing and at most a week, but got " + value);
    }
  }

  /** From how many employees something is due. */
  record Threshold(Source source, int employees, Sentence meaning) {
    Threshold {
      if (employees < 1)
        throw new IllegalArgumentException("a threshold is 1 or more, but got " + employees);
    }
  }

  record Exempted(Source source, Sentence meaning) {}

  /**
   * Jollyday's calendar.
   *
   * @param region part of it, empty for the whole state
   * @param regional regions set holidays of their own, so that a day some region celebrates is in
   *     doubt where nobody said which
   */
  record Calendar(String name, List<String> region, boolean regional) {}

  boolean isStandard() {
    return code.equals(STANDARD);
  }

  /** Shortest unbroken rest after work that ended on that day; zero where no statute knows one. */
  Duration dailyRest(LocalDate day, PersonFacts person) {
    boolean minor = person.flags().contains(Flag.MINOR) && rests.containsKey(MINORS);
    return value(minor ? MINORS : DAILY, day);
  }

  /** What the daily rest grows by once a week. */
  Duration weeklyRest(LocalDate day, PersonFacts person) {
    Duration more = value(WEEKLY, day).minus(dailyRest(day, person));
    return more.isNegative() ? Duration.ZERO : more;
  }

  /** Where the law of this state says what a rule of ours says; empty where it is silent. */
  Optional<String> basis(String rule) {
    return switch (rule) {
      case DAILY -> newest(DAILY);
      case WEEKLY -> newest(WEEKLY);
      case "sunday-holiday" ->
          Optional.of("%s: public holidays".formatted(code.toUpperCase(java.util.Locale.ROOT)));
      default -> Optional.empty();
    };
  }

  /** Each of its rests with the first day it has a value for. */
  Map<String, LocalDate> begins() {
    Map<String, LocalDate> begins = new TreeMap<>();
    rests.forEach((name, values) -> begins.put(name, values.get(0).source().from()));
    return begins;
  }

  private Optional<String> newest(String name) {
    List<Number> values = rests.getOrDefault(name, List.of());
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.get(values.size() - 1).source().text());
  }

  private Duration value(String name, LocalDate day) {
    if (!noRest.isBlank()) return Duration.ZERO;
    Duration found = null;
    for (Number n : rests.getOrDefault(name, List.of()))
      if (!n.source().from().isAfter(day)) found = n.value();
    if (found != null) return found;
    throw new IllegalStateException(
        "rules/jurisdictions/%s.yaml has no %s value for %s. Maybe it starts later than the data you replay."
            .formatted(code, name, day));
  }
}
