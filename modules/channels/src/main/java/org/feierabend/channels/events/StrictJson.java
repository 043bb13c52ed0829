package org.feierabend.channels.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** RFC 8259 and nothing beside it: no duplicate names, nothing after the end, no deep nesting. */
final class StrictJson {
  private static final int MAX_DEPTH = 32;
  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(EventReader.MAX_BYTES)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private StrictJson() {}

  /**
   * @param field what the bytes stand for, as a JSON pointer
   */
  static JsonNode parse(byte[] bytes, String field) {
    try {
      JsonNode node = READER.readTree(bytes);
      if (node == null || node.isMissingNode())
        throw Rejection.of(
            Rejection.Kind.NOT_JSON,
            field,
            Rejection.ENVELOPE,
            "Hier wird JSON erwartet, aber es kam nichts.",
            "JSON is expected here, but nothing came.");
      return node;
    } catch (JsonProcessingException e) {
      throw refused(field, e);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Reading from memory cannot fail, but did.", e);
    }
  }

  private static Rejection.Refused refused(String field, JsonProcessingException e) {
    String why = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
    int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
    if (why.startsWith("Duplicate"))
      return Rejection.of(
          Rejection.Kind.NOT_JSON,
          field,
          Rejection.ENVELOPE,
          "Ein Feldname kommt doppelt vor (bis Zeile %d, Spalte %d).".formatted(line, column),
          "A field name occurs twice (before line %d, column %d).".formatted(line, column));
    return Rejection.of(
        Rejection.Kind.NOT_JSON,
        field,
        Rejection.ENVELOPE,
        "Kein gültiges JSON (bei Zeile %d, Spalte %d).".formatted(line, column),
        "Not well-formed JSON (near line %d, column %d).".formatted(line, column));
  }
}
