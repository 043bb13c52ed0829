package org.feierabend.channels.http;

import java.util.Map;
import java.util.TreeMap;
import org.feierabend.intake.Acceptance;

/**
 * What became of everything a synthetic employer was sent.
 *
 * @param events all that came, whatever became of it
 * @param other totals with a name of their own, such as {@code meeting:outside}
 */
record TotalsView(
    long events,
    long work,
    long duplicates,
    long deadLetters,
    long late,
    Map<String, Long> outcomes,
    Map<String, Long> rules,
    Map<String, Long> other) {

  static TotalsView of(Acceptance.Totals totals) {
    Map<String, Long> left = new TreeMap<>(totals.counts());
    Map<String, Long> outcomes = taken(left, "outcome:");
    Map<String, Long> rules = taken(left, "rule:");
    long work =
        left.entrySet().stream()
            .filter(e -> e.getKey().startsWith("work:"))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return new TotalsView(
        taken(left, "events", 0),
        work,
        taken(left, "duplicate", 0),
        taken(left, "dead-letter", 0),
        taken(left, "late", 0),
        outcomes,
        rules,
        left);
  }

  private static long taken(Map<String, Long> from, String name, long none) {
    Long count = from.remove(name);
    return count == null ? none : count;
  }

  private static Map<String, Long> taken(Map<String, Long> from, String prefix) {
    Map<String, Long> group = new TreeMap<>();
    from.forEach(
        (name, count) -> {
          if (name.startsWith(prefix)) group.put(name.substring(prefix.length()), count);
        });
    from.keySet().removeIf(name -> name.startsWith(prefix));
    return group;
  }
}
