package org.feierabend.rulebook;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.alert.AlertFacts;

/**
 * Reads the key {@code alert} of a scenario: {@code { unit: real | canary, low: 31, before: 29,
 * threshold: 30, rise: chance | significant }} in per cent of the staff, a missing number being one
 * that is not shown or not agreed, or {@code { sending: inside | outside }}.
 */
final class ScenarioAlert {
  private static final Set<String> TREND = Set.of("unit", "low", "before", "threshold", "rise");

  private ScenarioAlert() {}

  static AlertFacts read(Entry entry) {
    Map<String, Entry> keys = entry.map();
    if (keys.containsKey("sending")) {
      entry.map(Set.of("sending"));
      return AlertFacts.sending(one(keys.get("sending"), "outside", "inside"));
    }
    entry.map(TREND);
    return AlertFacts.unit(
        number(keys, "low"),
        number(keys, "before"),
        number(keys, "threshold"),
        keys.containsKey("rise") && one(keys.get("rise"), "significant", "chance"),
        keys.containsKey("unit") && one(keys.get("unit"), "canary", "real"));
  }

  private static Optional<BigDecimal> number(Map<String, Entry> keys, String key) {
    return Optional.ofNullable(keys.get(key)).map(e -> e.as(BigDecimal::new));
  }

  /** Whether it says the first word; the second is the only other. */
  private static boolean one(Entry entry, String first, String second) {
    if (!entry.text().equals(first) && !entry.text().equals(second))
      throw entry.refuse("'%s' is neither %s nor %s".formatted(entry.text(), first, second));
    return entry.text().equals(first);
  }
}
