package org.feierabend.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code rules/parameters.yaml}: the numbers of the law, dated, each with its source. */
final class Parameters {
  record Value(LocalDate from, Set<String> regimes, List<String> value, String source) {}

  /**
   * @param rules ids of the rules whose sentence it fills in
   */
  record Parameter(String meaning, Set<String> rules, List<Value> values) {}

  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final String edition;

  Parameters(Entry file, String edition) {
    this.edition = edition;
    file.map().forEach((name, e) -> parameters.put(name, parameter(e)));
  }

  Map<String, Parameter> all() {
    return parameters;
  }

  /** The value of that regime in force on a date. */
  List<String> value(String name, String regime, LocalDate on) {
    Parameter p = parameters.get(name);
    Value found = null;
    if (p != null)
      for (Value v : p.values)
        if (v.regimes.contains(regime)
            && !v.from.isAfter(on)
            && (found == null || v.from.isAfter(found.from))) found = v;
    if (found != null) return found.value;
    throw new IllegalStateException(
        "The rule book (edition %s…) has no %s value for %s on %s. Maybe rules/parameters.yaml starts later than the data you replay."
            .formatted(edition.substring(0, 4), name, regime, on));
  }

  /** The first day that has a value for that regime; empty: no day has one. */
  Optional<LocalDate> first(String name, String regime) {
    return Optional.ofNullable(parameters.get(name)).stream()
        .flatMap(p -> p.values().stream())
        .filter(v -> v.regimes().contains(regime))
        .map(Value::from)
        .min(LocalDate::compareTo);
  }

  private static Parameter parameter(Entry e) {
    Map<String, Entry> keys = e.map(Set.of("meaning", "rules", "values"));
    List<Value> values = new ArrayList<>();
    for (Entry v : e.need("values").list()) {
      v.map(Set.of("from", "for", "value", "source"));
      Entry value = v.need("value");
      values.add(
          new Value(
              v.need("from").as(LocalDate::parse),
              Set.copyOf(v.need("for").list().stream().map(Entry::text).toList()),
              value.isList()
                  ? value.list().stream().map(Entry::text).toList()
                  : List.of(value.text()),
              v.need("source").text()));
    }
    return new Parameter(
        e.need("meaning").text(),
        keys.containsKey("rules")
            ? Set.copyOf(keys.get("rules").list().stream().map(Entry::text).toList())
            : Set.of(),
        List.copyOf(values));
  }
}
