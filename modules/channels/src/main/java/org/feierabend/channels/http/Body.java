package org.feierabend.channels.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;

/** Reads a request's body, and not one byte more than allowed, however it is sent. */
public final class Body {
  /** Longest body of an ordinary request, in bytes. */
  public static final int SMALL = 1024 * 1024;

  private Body() {}

  /** 413 as soon as there is more than {@code longest}. */
  public static byte[] read(InputStream in, int longest) throws IOException {
    byte[] bytes = in.readNBytes(longest + 1);
    if (bytes.length > longest)
      throw Trouble.of(
          413,
          "Der Inhalt der Anfrage hat höchstens %d Bytes.".formatted(longest),
          "The body of the request has at most %d bytes.".formatted(longest));
    return bytes;
  }

  /** A JSON object, or 400. */
  public static JsonNode object(InputStream in, int longest) throws IOException {
    JsonNode node = tree(read(in, longest));
    if (!node.isObject())
      throw Trouble.of(400, "Erwartet wird ein JSON-Objekt.", "A JSON object is expected.");
    return node;
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
