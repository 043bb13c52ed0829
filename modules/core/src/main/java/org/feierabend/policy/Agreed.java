package org.feierabend.policy;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.feierabend.timeline.HoursOfDay;

/**
 * Numbers a policy names that protect more than the law, by the policy's key; what it is silent
 * about stays as the law has it.
 *
 * @param numbers key → as written: {@code PT12H}, {@code 22:00}, {@code 20:00-06:00} or {@code 15}
 */
public record Agreed(Map<String, String> numbers) {
  /** The keys there are, each a number of the law. */
  public static final Set<String> KEYS =
      Set.of(
          "daily-rest",
          "daily-rest-minors",
          "daily-rest-short",
          "weekly-rest",
          "late-hours",
          "eve-afternoon",
          "night",
          "night-work",
          "roster-notice-hours",
          "close-arrival",
          "frequent-calls",
          "emergency-answer",
          "emergencies-counted",
          "wrong-emergencies",
          "emergency-confirmed",
          "meeting-break",
          "evening-until",
          "free-sundays",
          "alerts-kept");

  public static final Agreed NOTHING = new Agreed(Map.of());

  public Agreed {
    numbers = Map.copyOf(numbers);
    if (!KEYS.containsAll(numbers.keySet()))
      throw new IllegalArgumentException(
          "An agreement may say more of %s, but got %s."
              .formatted(new TreeSet<>(KEYS), numbers.keySet()));
  }

  public Optional<Duration> duration(String key) {
    return as(key, Duration::parse);
  }

  Optional<Integer> count(String key) {
    return as(key, Integer::valueOf);
  }

  Optional<LocalTime> time(String key) {
    return as(key, LocalTime::parse);
  }

  Optional<HoursOfDay> hours(String key) {
    return as(
        key,
        text -> {
          String[] ends = text.split("-", 2);
          return new HoursOfDay(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
        });
  }

  private <T> Optional<T> as(String key, Function<String, T> reading) {
    return Optional.ofNullable(numbers.get(key)).map(reading);
  }
}
