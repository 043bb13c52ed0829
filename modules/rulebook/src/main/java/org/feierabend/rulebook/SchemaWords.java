package org.feierabend.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.PolicyComplaint;

/** What a validator found, in German and English, with what to write instead. */
final class SchemaWords {
  private static final int LONGEST = 100;

  private SchemaWords() {}

  /** Empty where another check says the same with the law's number. */
  static Optional<PolicyComplaint> complaint(ValidationMessage message) {
    String type = type(message);
    String at = message.getInstanceLocation().toString();
    if (type.equals("required") || type.equals("additionalProperties"))
      at += "/" + message.getProperty().replace("~", "~0").replace("/", "~1");
    String key = at.isEmpty() ? "" : at.split("/")[1];
    JsonNode property = PolicySchema.property(key);
    boolean measured = property.has("x-bound") && at.equals("/" + key);
    if (measured && (type.equals("minimum") || type.equals("maximum"))) return Optional.empty();
    JsonNode found = message.getInstanceNode();
    if (type.equals("additionalProperties") && found != null)
      found = found.path(message.getProperty());
    String value = type.equals("required") ? "" : value(found);
    Sentence what = what(message, at);
    for (JsonNode weaker : property.path("x-weaker"))
      if (weaker.asText().equals(type))
        return Optional.of(
            PolicyComplaint.weaker(at, value, what, property.at("/x-law/de").asText()));
    return Optional.of(PolicyComplaint.of(at, value, what));
  }

  private static String type(ValidationMessage message) {
    return message.getType().toLowerCase(Locale.ROOT).contains("contains")
        ? "contains"
        : message.getType();
  }

  static String value(JsonNode node) {
    String text = node == null ? "" : node.isValueNode() ? node.asText() : node.toString();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private static Sentence what(ValidationMessage message, String at) {
    JsonNode expected = message.getSchemaNode();
    return switch (type(message)) {
      case "required" -> new Sentence("Dieser Schlüssel fehlt.", "This key is missing.");
      case "additionalProperties" ->
          at.lastIndexOf('/') == 0
              ? of(
                  "Diesen Schlüssel gibt es nicht. Es gibt",
                  "There is no such key. There are",
                  PolicySchema.keys())
              : new Sentence(
                  "Diesen Schlüssel gibt es hier nicht; bitte weglassen.",
                  "There is no such key here; please leave it out.");
      case "enum" -> of("Erlaubt ist", "Allowed is", words(expected));
      case "minimum" -> of("Erlaubt ist mindestens", "Allowed is at least", expected.asText());
      case "maximum" -> of("Erlaubt ist höchstens", "Allowed is at most", expected.asText());
      case "contains" ->
          of("In dieser Liste muss stehen", "This list must name", expected.path("const").asText());
      case "minItems", "maxItems" ->
          of(
              "Die Zahl der verschiedenen Werte ist",
              "The number of different values is",
              expected.asText());
      case "type" ->
          expected.asText().equals("boolean")
              ? of(
                  "Hier steht ja oder nein, geschrieben als",
                  "Yes or no stands here, written",
                  "true, false")
              : example(message, at);
      case "uniqueItems" ->
          new Sentence("Jeder Wert steht hier nur einmal.", "Each value stands here only once.");
      default -> example(message, at);
    };
  }

  private static Sentence example(ValidationMessage message, String at) {
    JsonNode schema = message.getEvaluationPath() == null ? null : parent(message);
    JsonNode example = schema == null ? null : schema.path("examples").path(0);
    String like =
        example == null || example.isMissingNode()
            ? PolicySchema.property(at.isEmpty() ? "" : at.split("/")[1])
                .path("examples")
                .path(0)
                .toString()
            : example.toString();
    if (like.isEmpty()) like = message.getSchemaNode().asText();
    return of("Erwartet wird etwas wie", "Expected is something like", like);
  }

  /** The schema the broken keyword stands in. */
  private static JsonNode parent(ValidationMessage message) {
    String path = message.getSchemaLocation().getFragment().toString();
    int last = path.lastIndexOf('/');
    return last < 0
        ? PolicySchema.document()
        : PolicySchema.document().at(path.substring(path.indexOf('/'), last));
  }

  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(word -> words.add(word.asText()));
    return words;
  }

  private static Sentence of(String de, String en, Iterable<String> words) {
    return of(de, en, String.join(", ", words));
  }

  private static Sentence of(String de, String en, String what) {
    return new Sentence("%s: %s.".formatted(de, what), "%s: %s.".formatted(en, what));
  }
}
