package org.feierabend.rulebook;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code rules/telework-states.yaml}: who coordinates social security, who signed since when. */
record TeleworkStates(Set<String> regulated, Map<String, LocalDate> signed) {
  static TeleworkStates read(Entry file) {
    Map<String, Entry> keys = file.map(Set.of("regulation", "framework-agreement"));
    Entry regulation = file.need("regulation");
    regulation.map(Set.of("source", "states"));
    regulation.need("source").text();
    Entry agreement = file.need("framework-agreement");
    keys.get("framework-agreement").map(Set.of("source", "states"));
    agreement.need("source").text();
    Map<String, LocalDate> signed = new TreeMap<>();
    for (Entry group : agreement.need("states").list()) {
      group.map(Set.of("from", "states", "source"));
      group.need("source").text();
      LocalDate from = group.need("from").as(LocalDate::parse);
      for (String state : states(group.need("states")))
        if (signed.put(state, from) != null) throw group.refuse(state + " stands here twice");
    }
    return new TeleworkStates(states(regulation.need("states")), signed);
  }

  private static Set<String> states(Entry list) {
    return list.list().stream()
        .map(e -> e.as(TeleworkStates::state))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** ISO 3166-1 alpha-2; whether the state exists is for the rules. */
  static String state(String text) {
    if (!text.matches("[A-Z]{2}"))
      throw new IllegalArgumentException("a state is written in two capital letters, such as AT");
    return text;
  }
}
