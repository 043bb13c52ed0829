package org.feierabend.channels.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.feierabend.policy.Minimisation;
import org.feierabend.policy.Treatment;

/** One event type: its document, compiled. The document is the only truth about its fields. */
final class EventSchema {
  private final String type;
  private final byte[] document;
  private final JsonNode properties;
  private final JsonSchema compiled;

  EventSchema(String type, byte[] document) {
    this.type = type;
    this.document = document;
    JsonNode tree = StrictJson.parse(document, "");
    this.properties = tree.get("properties");
    this.compiled =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                tree,
                SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .failFast(false)
                    .build());
    compiled.initializeValidators();
  }

  byte[] document() {
    return document.clone();
  }

  /**
   * Asks the minimisation rules about every field; only what the schema does not know is dropped or
   * refused, for a field it names is needed. Returns how many were dropped.
   */
  int strip(ObjectNode data, Minimisation minimisation) {
    int stripped = 0;
    for (Iterator<Map.Entry<String, JsonNode>> i = data.properties().iterator(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> entry = i.next();
      String field = entry.getKey();
      Minimisation.Verdict verdict = minimisation.judge(type, field);
      if (verdict.treatment() == Treatment.COARSEN) entry.setValue(Coarsened.of(entry.getValue()));
      if (properties.has(field)) continue;
      if (verdict.treatment() == Treatment.REFUSE)
        throw new Rejection.Refused(
            new Rejection(
                Rejection.Kind.MINIMISATION,
                Complaint.pointer("/data", field),
                type,
                verdict.reason().sentence(),
                java.util.Optional.of(verdict.reason().rule())));
      if (verdict.treatment() == Treatment.DROP) {
        i.remove();
        stripped++;
      }
    }
    return stripped;
  }

  void check(ObjectNode data) {
    Set<ValidationMessage> messages = compiled.validate(data);
    if (!messages.isEmpty()) throw Complaint.about(type, messages.iterator().next(), properties);
  }
}
