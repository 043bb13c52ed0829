package org.feierabend.channels.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The messages of the standard. */
enum Authzen {
  EVALUATION_REQUEST("evaluation-request"),
  EVALUATION_RESPONSE("evaluation-response"),
  EVALUATIONS_REQUEST("evaluations-request"),
  EVALUATIONS_RESPONSE("evaluations-response"),
  CONFIGURATION("configuration");

  private final String definition;

  Authzen(String definition) {
    this.definition = definition;
  }

  /** What the standard has against it; empty is fine. */
  List<String> complaints(JsonNode message) {
    ObjectNode schema = document();
    schema.put("$ref", "#/$defs/" + definition);
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(schema)
        .validate(message)
        .stream()
        .map(Object::toString)
        .toList();
  }

  boolean allows(JsonNode message) {
    return complaints(message).isEmpty();
  }

  private static ObjectNode document() {
    try (InputStream in =
        Authzen.class.getResourceAsStream("/authzen/authorization-api-1_0.json")) {
      return (ObjectNode) Json.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
