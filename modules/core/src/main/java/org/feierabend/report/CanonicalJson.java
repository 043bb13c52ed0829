package org.feierabend.report;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the one JSON text a value has (RFC 8785): keys by UTF-16 code unit, no blanks, shortest
 * escapes. Maps, lists, strings, truth values and whole numbers up to 2^53 - 1 only; nothing else
 * is needed and nothing else can be misread.
 */
public final class CanonicalJson {
  private static final long LARGEST = (1L << 53) - 1;

  private CanonicalJson() {}

  public static String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /** Lower-case hex SHA-256 of the canonical text of {@code value} in UTF-8. */
  public static String sha256(Object value) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(write(value).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256; any JDK from 17 on has.", e);
    }
  }

  private static void write(Object value, StringBuilder out) {
    if (value instanceof String s) string(s, out);
    else if (value instanceof Map<?, ?> map) object(map, out);
    else if (value instanceof List<?> list) array(list, out);
    else if (value instanceof Integer || value instanceof Long || value instanceof BigInteger)
      out.append(number(new BigInteger(value.toString())));
    else if (value instanceof Boolean truth) out.append(truth.booleanValue());
    else
      throw new IllegalArgumentException(
          "The ledger and policies hold maps, lists, strings, truth values and whole numbers, but got %s."
              .formatted(value == null ? "null" : value.getClass().getName()));
  }

  private static BigInteger number(BigInteger n) {
    if (n.abs().compareTo(BigInteger.valueOf(LARGEST)) > 0)
      throw new IllegalArgumentException(
          "%s is beyond 2^53 - 1, where JSON readers begin to round.".formatted(n));
    return n;
  }

  private static void object(Map<?, ?> map, StringBuilder out) {
    TreeMap<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    out.append('{');
    String comma = "";
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      out.append(comma);
      string(entry.getKey(), out);
      out.append(':');
      write(entry.getValue(), out);
      comma = ",";
    }
    out.append('}');
  }

  private static void array(List<?> list, StringBuilder out) {
    out.append('[');
    String comma = "";
    for (Object item : list) {
      out.append(comma);
      write(item, out);
      comma = ",";
    }
    out.append(']');
  }

  private static void string(String s, StringBuilder out) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(s))
      throw new IllegalArgumentException("Half a surrogate pair cannot be written as UTF-8.");
    out.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) out.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
          else out.append(c);
        }
      }
    }
    out.append('"');
  }
}
