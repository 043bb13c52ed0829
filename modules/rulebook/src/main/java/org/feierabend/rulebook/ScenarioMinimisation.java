package org.feierabend.rulebook;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.people.Role;
import org.feierabend.policy.FigureRequest;

/** Reads the keys {@code field}, {@code event} and {@code figures} of a scenario. */
final class ScenarioMinimisation {
  private ScenarioMinimisation() {}

  /** The question one of these keys asks; empty where none of them stands. */
  static Optional<Scenario.Question> read(Map<String, Entry> keys) {
    if (keys.containsKey("field")) return Optional.of(field(keys.get("field")));
    if (keys.containsKey("event")) return Optional.of(event(keys.get("event")));
    if (keys.containsKey("figures")) return Optional.of(figures(keys.get("figures")));
    return Optional.empty();
  }

  private static Scenario.Question field(Entry e) {
    e.map(Set.of("type", "name"));
    return new Scenario.Field(new EventField(e.need("type").text(), e.need("name").text()));
  }

  private static Scenario.Question event(Entry e) {
    e.map(Set.of("type", "published"));
    return new Scenario.Type(new EventType(e.need("type").text(), e.need("published").truth()));
  }

  private static Scenario.Question figures(Entry e) {
    e.map(Set.of("about", "role"));
    return new Scenario.Figures(
        new FigureRequest(
            e.need("about").as(FigureRequest.About.class), e.need("role").as(Role.class)));
  }
}
