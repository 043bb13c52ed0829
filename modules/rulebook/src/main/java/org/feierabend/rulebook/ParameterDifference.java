package org.feierabend.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.decision.Sentence;

/** A sentence for each key in which two policies differ, in the order of the schema. */
final class ParameterDifference {
  private static final Map<String, Sentence> HOURS =
      Map.of(
          "windows", new Sentence("Das Erreichbarkeitsfenster", "The default window"),
          "frame", new Sentence("Die Rahmenzeit", "The frame"),
          "core", new Sentence("Die Kernzeit", "The core time"));

  private final List<Sentence> said = new ArrayList<>();

  private ParameterDifference() {}

  static List<Sentence> sentences(Map<String, Object> before, Map<String, Object> after) {
    ParameterDifference all = new ParameterDifference();
    PolicySchema.document()
        .get("properties")
        .fieldNames()
        .forEachRemaining(
            key -> {
              Object was = before.get(key);
              Object is = after.get(key);
              if (was == null ? is == null : was.equals(is)) return;
              if (HOURS.containsKey(key))
                all.said.addAll(
                    WeeklyDifference.sentences(HOURS.get(key), (Map<?, ?>) was, (Map<?, ?>) is));
              else
                all.compare(
                    PolicySchema.title(PolicySchema.property(key), key),
                    PolicySchema.property(key),
                    was,
                    is);
            });
    return all.said;
  }

  private void compare(Sentence name, JsonNode schema, Object was, Object is) {
    if (was instanceof Map<?, ?> || is instanceof Map<?, ?>) {
      Map<?, ?> a = was instanceof Map<?, ?> m ? m : Map.of();
      Map<?, ?> b = is instanceof Map<?, ?> m ? m : Map.of();
      Set<String> keys = new TreeSet<>();
      a.keySet().forEach(k -> keys.add(k.toString()));
      b.keySet().forEach(k -> keys.add(k.toString()));
      for (String key : keys) {
        JsonNode part = schema.path("properties").path(key);
        Sentence sub = PolicySchema.title(part, key);
        if (a.get(key) == null ? b.get(key) != null : !a.get(key).equals(b.get(key)))
          compare(
              new Sentence(name.de() + ", " + sub.de(), name.en() + ", " + sub.en()),
              part,
              a.get(key),
              b.get(key));
      }
    } else if (was == null) {
      Sentence value = ValueWords.of(schema, is);
      said.add(
          new Sentence(
              "%s: neu %s, bisher nicht geregelt.".formatted(name.de(), value.de()),
              "%s: now %s, not said before.".formatted(name.en(), value.en())));
    } else if (is == null) {
      Sentence value = ValueWords.of(schema, was);
      said.add(
          new Sentence(
              "%s: nicht mehr geregelt, bisher %s.".formatted(name.de(), value.de()),
              "%s: no longer said, before %s.".formatted(name.en(), value.en())));
    } else {
      Sentence a = ValueWords.of(schema, was);
      Sentence b = ValueWords.of(schema, is);
      said.add(
          new Sentence(
              "%s: %s statt %s.".formatted(name.de(), b.de(), a.de()),
              "%s: %s instead of %s.".formatted(name.en(), b.en(), a.en())));
    }
  }
}
