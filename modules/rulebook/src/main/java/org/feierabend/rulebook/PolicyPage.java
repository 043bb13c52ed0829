package org.feierabend.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.feierabend.decision.Sentence;

/** Every key of a policy, in German and in English, from the schema and the numbers of the law. */
final class PolicyPage {
  private static final Map<String, String> MEASURED =
      Map.of(
          "at-least", "mindestens · at least",
          "at-most", "höchstens · at most",
          "covers", "mindestens die Stunden · at least the hours",
          "within", "innerhalb von · within",
          "review", "spätestens nach · at the latest after");

  private final StringBuilder out = new StringBuilder();
  private final Parameters parameters;
  private final Map<String, String> goals = new TreeMap<>();

  PolicyPage(Path home) {
    parameters =
        new Parameters(Entry.read(home.resolve("rules/parameters.yaml")), Edition.of(home));
  }

  String text() {
    JsonNode schema = PolicySchema.document();
    out.append(
        """
        # Policy · Dienstvereinbarung als Daten

        <!-- written by ./feierabend policy-page from config/policy.schema.json; do not edit -->

        One YAML document per edition. Every key says what it changes, the law it must respect and the goal it serves. A value that
        protects less than the law is refused with the article; one that protects more takes effect.
        Schema: [config/policy.schema.json](../config/policy.schema.json), served at `GET /api/v1/policy/schema`. Samples:
        [config/policies](../config/policies).

        Ein YAML-Dokument je Fassung. Jeder Schlüssel sagt, was er ändert, welches Recht er achten muss und welchem Ziel er dient. Ein
        Wert, der weniger schützt als das Gesetz, wird mit dem Artikel zurückgewiesen; einer, der mehr schützt, wirkt.
        """);
    for (JsonNode goal : schema.get("x-goals"))
      goals.put(goal.get("id").asText(), goal.get("de").asText() + " · " + goal.get("en").asText());
    for (JsonNode group : schema.get("x-groups")) group(schema, group);
    return out.toString();
  }

  private void group(JsonNode schema, JsonNode group) {
    out.append("\n## %s · %s\n".formatted(group.get("en").asText(), group.get("de").asText()));
    schema
        .get("properties")
        .properties()
        .forEach(
            key -> {
              if (key.getValue().get("x-group").equals(group.get("id")))
                key(key.getKey(), key.getValue(), needed(schema, key.getKey()));
            });
  }

  private static boolean needed(JsonNode schema, String key) {
    for (JsonNode needed : schema.get("required")) if (needed.asText().equals(key)) return true;
    return false;
  }

  private void key(String name, JsonNode key, boolean needed) {
    out.append("\n### `%s`%s\n\n".formatted(name, needed ? " (needed · nötig)" : ""));
    out.append(
        "**%s.** %s\n\n".formatted(key.get("title").asText(), key.get("description").asText()));
    JsonNode de = key.get("x-de");
    out.append(
        "**%s.** %s\n\n".formatted(de.get("title").asText(), de.get("description").asText()));
    if (key.has("examples"))
      out.append("- Example · Beispiel: `%s`\n".formatted(key.get("examples").get(0)));
    if (key.has("enum")) out.append("- Words · Wörter: `%s`\n".formatted(key.get("enum")));
    key.path("properties").properties().forEach(part -> part(part.getKey(), part.getValue()));
    if (key.has("x-bound")) bound(key.get("x-bound"));
    if (key.has("x-law"))
      out.append(
          "- Law · Recht: %s · %s\n"
              .formatted(key.at("/x-law/en").asText(), key.at("/x-law/de").asText()));
    out.append("- Goal · Ziel: %s\n".formatted(goals.get(key.get("x-goal").asText())));
  }

  private void part(String name, JsonNode part) {
    Sentence title = PolicySchema.title(part, name);
    out.append("- `%s`: %s · %s\n".formatted(name, title.en(), title.de()));
    JsonNode inner = part.has("items") ? part.get("items") : part;
    inner
        .path("properties")
        .properties()
        .forEach(p -> part(name + (part.has("items") ? "[]." : ".") + p.getKey(), p.getValue()));
  }

  private void bound(JsonNode bound) {
    String parameter = bound.get("parameter").asText();
    for (Parameters.Value v : parameters.all().get(parameter).values())
      out.append(
          "- Law · Recht: %s %s (%s, ab · from %s, %s)\n"
              .formatted(
                  MEASURED.get(bound.get("is").asText()),
                  String.join("–", v.value()),
                  v.source(),
                  v.from(),
                  String.join(", ", v.regimes().stream().sorted().toList())));
  }
}
