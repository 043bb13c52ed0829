package org.feierabend.channels.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a request's body, and not one byte more than allowed, however it is sent. */
public final class Body {
  /** Longest body of an ordinary request, in bytes. */
  public static final int SMALL = 1024 * 1024;

  /** So much more is read and dropped, so that the sender comes to read why it is refused. */
  private static final long DROPPED = 16L << 20;

  private Body() {}

  /** 413 as soon as there is more than {@code longest}. */
  public static byte[] read(InputStream in, int longest) throws IOException {
    byte[] bytes = in.readNBytes(longest + 1);
    if (bytes.length <= longest) return bytes;
    byte[] some = new byte[1 << 16];
    for (long left = DROPPED; left > 0; ) {
      int read = in.read(some);
      if (read < 0) break;
      left -= read;
    }
    throw Trouble.of(
        413,
        "Der Inhalt der Anfrage hat höchstens %d Bytes.".formatted(longest),
        "The body of the request has at most %d bytes.".formatted(longest));
  }

  /** A JSON object, or 400. */
  public static JsonNode object(InputStream in, int longest) throws IOException {
    JsonNode node = tree(read(in, longest));
    if (!node.isObject())
      throw Trouble.of(400, "Erwartet wird ein JSON-Objekt.", "A JSON object is expected.");
    return node;
  }

  /** The same where a key that stands twice would hide what was meant, as in a document. */
  static JsonNode exact(InputStream in, int longest) throws IOException {
    byte[] bytes = read(in, longest);
    try (JsonParser parser = Json.MAPPER.createParser(bytes)) {
      parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      while (parser.nextToken() != null) continue;
    } catch (JsonProcessingException e) {
      if (String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field"))
        throw Trouble.of(
            400,
            "Ein Schlüssel steht zweimal da (bei Zeile %d, Spalte %d)."
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
            "A key stands there twice (near line %d, column %d)."
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
    return object(new ByteArrayInputStream(bytes), longest);
  }

  private static JsonNode tree(byte[] bytes) throws IOException {
    try {
      return Json.MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
      throw Trouble.of(
          400,
          "Kein gültiges JSON (bei Zeile %d, Spalte %d).".formatted(line, column),
          "Not well-formed JSON (near line %d, column %d).".formatted(line, column));
    }
  }
}
