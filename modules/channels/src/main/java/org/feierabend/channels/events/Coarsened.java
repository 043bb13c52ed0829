package org.feierabend.channels.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** A value made coarse: an instant keeps its minute, everything else is left for the schema. */
final class Coarsened {
  private Coarsened() {}

  static JsonNode of(JsonNode value) {
    if (!value.isTextual()) return value;
    try {
      OffsetDateTime instant = OffsetDateTime.parse(value.textValue());
      OffsetDateTime minute = instant.truncatedTo(ChronoUnit.MINUTES);
      // an untouched value stays as it came, in its own spelling
      return minute.equals(instant)
          ? value
          : TextNode.valueOf(
              java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(minute));
    } catch (DateTimeException noInstant) {
      return value; // a date, or a mistake the schema names
    }
  }
}
