package org.feierabend.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.PolicyWords;

/** A policy document in the words of the schema, in its chapters and their order. */
final class DocumentWords {
  private DocumentWords() {}

  static List<PolicyWords> of(Map<String, Object> document) {
    List<PolicyWords> chapters = new ArrayList<>();
    for (JsonNode group : PolicySchema.document().get("x-groups")) {
      List<PolicyWords.Line> lines = new ArrayList<>();
      PolicySchema.document()
          .get("properties")
          .properties()
          .forEach(
              key -> {
                Object value = document.get(key.getKey());
                if (value != null && key.getValue().get("x-group").equals(group.get("id")))
                  lines.addAll(lines(key.getKey(), key.getValue(), value));
              });
      Sentence title = new Sentence(group.get("de").asText(), group.get("en").asText());
      if (!lines.isEmpty()) chapters.add(new PolicyWords(title, lines));
    }
    return chapters;
  }

  /** A value of several parts has a line for each. */
  private static List<PolicyWords.Line> lines(String key, JsonNode schema, Object value) {
    Sentence title = PolicySchema.title(schema, key);
    if (!(value instanceof Map<?, ?> parts))
      return List.of(new PolicyWords.Line(key, title, ValueWords.of(schema, value)));
    if (schema.path("$ref").asText().endsWith("/weekly"))
      return List.of(new PolicyWords.Line(key, title, WeeklyDifference.inWords(parts)));
    List<PolicyWords.Line> lines = new ArrayList<>();
    parts.forEach(
        (name, part) -> {
          JsonNode inner = ValueWords.within(schema, name.toString());
          Sentence sub = PolicySchema.title(inner, name.toString());
          lines.add(
              new PolicyWords.Line(
                  key,
                  new Sentence(title.de() + ", " + sub.de(), title.en() + ", " + sub.en()),
                  ValueWords.of(inner, part)));
        });
    return lines;
  }
}
