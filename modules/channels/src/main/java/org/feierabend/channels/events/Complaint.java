package org.feierabend.channels.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;

/** Says in German and English which field breaks the schema and what is expected there. */
final class Complaint {
  private static final int LONGEST_NAME = 64;

  private Complaint() {}

  static Rejection.Refused about(String type, ValidationMessage message, JsonNode properties) {
    String at = "/data" + message.getInstanceLocation();
    JsonNode property = properties.path(lastStep(message.getInstanceLocation().toString()));
    switch (message.getType()) {
      case "required":
        return Rejection.schema(
            pointer("/data", message.getProperty()),
            type,
            "Dieses Feld fehlt.",
            "This field is missing.");
      case "additionalProperties":
        return Rejection.schema(
            pointer("/data", message.getProperty()),
            type,
            "Dieses Feld kennt das Schema nicht.",
            "The schema does not know this field.");
      case "enum":
        String words = String.join(", ", texts(property.path("enum")));
        return Rejection.schema(
            at, type, "Erlaubt ist: " + words + ".", "Allowed is: " + words + ".");
      case "minimum", "maximum":
        String range = property.path("minimum").asText() + "–" + property.path("maximum").asText();
        return Rejection.schema(
            at, type, "Erlaubt ist eine Zahl " + range + ".", "Allowed is a number " + range + ".");
      case "type", "pattern":
        String example = example(property);
        return Rejection.schema(
            at,
            type,
            "Erwartet wird etwas wie " + example + ".",
            "Expected is something like " + example + ".");
      case "false":
        return Rejection.schema(
            at, type, "Dieses Feld gehört hier nicht hin.", "This field does not belong here.");
      default:
        return Rejection.schema(
            at, type, "Dieses Feld passt nicht zum Schema.", "This field does not fit the schema.");
    }
  }

  /** A name that came from outside is cut and cleaned before it is quoted. */
  static String pointer(String parent, String name) {
    String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    return parent
        + "/"
        + shown.replaceAll("[\\p{Cntrl}]", "?").replace("~", "~0").replace("/", "~1");
  }

  private static String lastStep(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  private static String example(JsonNode property) {
    if (property.has("examples")) return property.get("examples").get(0).toString();
    if (property.has("enum")) return property.get("enum").get(0).toString();
    return property.path("type").asText("JSON");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(value -> texts.add(value.asText()));
    return texts;
  }
}
