package org.feierabend.rulebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.PolicyComplaint;

/** {@code config/policy.schema.json}, the only truth about the keys of a policy. */
final class PolicySchema {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TEXT = Resource.text("/policy.schema.json");
  private static final JsonNode TREE = tree();
  private static final JsonSchema COMPILED =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(
              plain(TREE.deepCopy()),
              SchemaValidatorsConfig.builder()
                  .pathType(PathType.JSON_POINTER)
                  .failFast(false)
                  .build());

  private PolicySchema() {}

  /** Without what says nothing about validity, of which the validator would warn. */
  private static JsonNode plain(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> notes = new ArrayList<>();
      object.fieldNames().forEachRemaining(notes::add);
      notes.stream().filter(name -> name.startsWith("x-")).forEach(object::remove);
    }
    node.forEach(PolicySchema::plain);
    return node;
  }

  private static JsonNode tree() {
    try {
      return MAPPER.readTree(TEXT);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("policy.schema.json is no JSON.", e);
    }
  }

  /** The document as it is published. */
  static String text() {
    return TEXT;
  }

  /** What a key is called. */
  static Sentence title(JsonNode schema, String key) {
    return new Sentence(schema.at("/x-de/title").asText(key), schema.path("title").asText(key));
  }

  /** What a choice is called; one without words, as it is written. */
  static Sentence word(String choice) {
    JsonNode words = TREE.path("x-words").path(choice);
    return new Sentence(words.path("de").asText(choice), words.path("en").asText(choice));
  }

  static JsonNode document() {
    return TREE;
  }

  /** What the schema says of a key of the first level; missing where it knows none. */
  static JsonNode property(String key) {
    return TREE.path("properties").path(key);
  }

  static Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    TREE.get("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  static List<PolicyComplaint> complaints(Map<String, Object> document) {
    List<PolicyComplaint> complaints = new ArrayList<>();
    COMPILED
        .validate(MAPPER.valueToTree(document))
        .forEach(message -> SchemaWords.complaint(message).ifPresent(complaints::add));
    return complaints;
  }
}
