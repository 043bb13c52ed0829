package org.feierabend.channels.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.feierabend.contact.Ref;

/** CloudEvents 1.0 in structured and in binary mode. */
final class Envelopes {
  private static final int MAX_SOURCE = 512;
  private static final int MAX_ID = 256;

  private Envelopes() {}

  static Envelope structured(JsonNode event) {
    if (!event.isObject())
      throw Rejection.envelope(
          "", "Ein Ereignis ist ein JSON-Objekt.", "An event is a JSON object.");
    if (event.has("data_base64"))
      throw Rejection.envelope(
          "/data_base64",
          "Daten werden als JSON in „data“ erwartet, nicht als Base64.",
          "Data is expected as JSON in \"data\", not as base64.");
    return envelope(name -> text(event, name), event.get("data"));
  }

  /**
   * @param attributes name of an attribute → its value as text, or null
   */
  static Envelope binary(UnaryOperator<String> attributes, byte[] data) {
    // attributes first: a message that is no CloudEvent should hear that, not that its body is odd
    required(attributes, "specversion", 8);
    return envelope(attributes, StrictJson.parse(data, "/data"));
  }

  private static Envelope envelope(UnaryOperator<String> attributes, JsonNode data) {
    String version = required(attributes, "specversion", 8);
    if (!version.equals("1.0"))
      throw Rejection.envelope(
          "/specversion", "„specversion“ muss 1.0 sein.", "\"specversion\" must be 1.0.");
    Ref ref =
        new Ref(required(attributes, "source", MAX_SOURCE), required(attributes, "id", MAX_ID));
    String type = required(attributes, "type", 128);
    Instant time = instant(required(attributes, "time", 40));
    String media = attributes.apply("datacontenttype");
    if (media != null && !isJson(media))
      throw Rejection.envelope(
          "/datacontenttype",
          "„datacontenttype“ muss application/json sein oder fehlen.",
          "\"datacontenttype\" must be application/json or be left out.");
    if (!(data instanceof ObjectNode object))
      throw Rejection.schema(
          "/data",
          type(type),
          "„data“ muss ein JSON-Objekt sein.",
          "\"data\" must be a JSON object.");
    return new Envelope(ref, type, time, object);
  }

  private static String type(String type) {
    return EventSchemas.find(type).isPresent() ? type : Rejection.ENVELOPE;
  }

  private static String text(JsonNode event, String name) {
    JsonNode value = event.get(name);
    if (value == null || value.isNull()) return null;
    if (!value.isTextual())
      throw Rejection.envelope(
          "/" + name,
          "„%s“ muss Text sein.".formatted(name),
          "\"%s\" must be text.".formatted(name));
    return value.textValue();
  }

  private static String required(UnaryOperator<String> attributes, String name, int longest) {
    String value = attributes.apply(name);
    if (value == null || value.isBlank())
      throw Rejection.envelope(
          "/" + name,
          "Das Attribut „%s“ fehlt oder ist leer.".formatted(name),
          "The attribute \"%s\" is missing or empty.".formatted(name));
    if (value.length() > longest)
      throw Rejection.envelope(
          "/" + name,
          "Das Attribut „%s“ hat höchstens %d Zeichen.".formatted(name, longest),
          "The attribute \"%s\" has at most %d characters.".formatted(name, longest));
    return value;
  }

  private static Instant instant(String time) {
    try {
      return Moment.parse(time);
    } catch (DateTimeException e) {
      throw Rejection.envelope(
          "/time",
          "„time“ muss ein Zeitpunkt mit Zonenversatz sein, etwa 2026-01-05T18:00:00+01:00.",
          "\"time\" must be an instant with offset, such as 2026-01-05T18:00:00+01:00.");
    }
  }

  private static boolean isJson(String media) {
    if (media.equals("application/json")) return true;
    String bare = media.split(";", 2)[0].trim().toLowerCase(java.util.Locale.ROOT);
    return bare.equals("application/json") || bare.equals("text/json") || bare.endsWith("+json");
  }
}
