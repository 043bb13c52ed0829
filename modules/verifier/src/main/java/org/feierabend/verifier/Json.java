package org.feierabend.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads one object of strings, whole numbers, arrays and objects, and writes it canonically (RFC
 * 8785). A text that is not the canonical one of its value is found by writing it again.
 */
final class Json {
  private static final int DEEPEST = 16;

  private final String in;
  private int pos;
  private int depth;

  private Json(String in) {
    this.in = in;
  }

  @SuppressWarnings("unchecked") // object() makes nothing else
  static Map<String, Object> parse(String line) throws Wrong {
    Json json = new Json(line);
    if (json.next() != '{') throw new Wrong("beginnt nicht mit {", "does not begin with {");
    json.pos--;
    Object value = json.value();
    if (json.pos != line.length())
      throw new Wrong("geht nach dem Objekt weiter", "goes on after its object");
    return (Map<String, Object>) value;
  }

  private char next() throws Wrong {
    if (pos == in.length()) throw new Wrong("endet mittendrin", "ends in the middle");
    return in.charAt(pos++);
  }

  private Object value() throws Wrong {
    if (++depth > DEEPEST) throw new Wrong("ist zu tief verschachtelt", "is nested too deeply");
    char c = next();
    Object value =
        switch (c) {
          case '"' -> text();
          case '{' -> object();
          case '[' -> array();
          default -> number(pos - 1);
        };
    depth--;
    return value;
  }

  private Map<String, Object> object() throws Wrong {
    Map<String, Object> map = new TreeMap<>();
    char c = next();
    while (c != '}') {
      if (c != '"')
        throw new Wrong("hat keinen Schlüssel beim Zeichen %d", "has no key at character %d", pos);
      String key = text();
      if (next() != ':')
        throw new Wrong(
            "hat keinen Doppelpunkt beim Zeichen %d", "has no colon at character %d", pos);
      if (map.put(key, value()) != null) throw new Wrong("hat „%s“ zweimal", "has '%s' twice", key);
      c = next();
      if (c == ',') {
        c = next();
        if (c == '}')
          throw new Wrong(
              "hat ein Komma zu viel beim Zeichen %d", "has a comma too many at character %d", pos);
      } else if (c != '}')
        throw new Wrong("hat kein Komma beim Zeichen %d", "has no comma at character %d", pos);
    }
    return map;
  }

  private List<Object> array() throws Wrong {
    List<Object> list = new ArrayList<>();
    if (next() == ']') return list;
    pos--;
    while (true) {
      list.add(value());
      char c = next();
      if (c == ']') return list;
      if (c != ',')
        throw new Wrong("hat kein Komma beim Zeichen %d", "has no comma at character %d", pos);
    }
  }

  private Long number(int start) throws Wrong {
    while (pos < in.length() && in.charAt(pos) >= '0' && in.charAt(pos) <= '9') pos++;
    String digits = in.substring(start, pos);
    if (!digits.matches("0|-?[1-9][0-9]{0,15}"))
      throw new Wrong(
          "hat weder ganze Zahl noch Text, Liste oder Objekt beim Zeichen %d",
          "has no whole number, string, array or object at character %d", start + 1);
    return Long.valueOf(digits);
  }

  private String text() throws Wrong {
    StringBuilder out = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      if (c < ' ')
        throw new Wrong("hat ein Steuerzeichen bei %d", "has a control character at %d", pos);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escape = next();
      int simple = "\"\\bfnrt".indexOf(escape);
      if (simple >= 0) out.append("\"\\\b\f\n\r\t".charAt(simple));
      else if (escape == 'u') {
        if (pos + 4 > in.length() || !in.substring(pos, pos + 4).matches("[0-9a-f]{4}"))
          throw new Wrong(
              "hat eine kaputte Maskierung beim Zeichen %d",
              "has a broken escape at character %d", pos);
        out.append((char) Integer.parseInt(in.substring(pos, pos += 4), 16));
      } else
        throw new Wrong(
            "hat eine unbekannte Maskierung beim Zeichen %d",
            "has an unknown escape at character %d", pos);
    }
    return out.toString();
  }

  static String canonical(Object value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  private static void append(Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      String before = "{";
      for (Map.Entry<?, ?> e : map.entrySet()) { // a TreeMap: sorted by UTF-16 code unit
        out.append(before);
        append(e.getKey(), out);
        out.append(':');
        append(e.getValue(), out);
        before = ",";
      }
      out.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      String before = "[";
      for (Object item : list) {
        out.append(before);
        append(item, out);
        before = ",";
      }
      out.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof String text) quote(text, out);
    else out.append(value);
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (char c : text.toCharArray()) {
      int simple = "\"\\\b\f\n\r\t".indexOf(c);
      if (simple >= 0) out.append('\\').append("\"\\bfnrt".charAt(simple));
      else if (c < ' ') out.append("\\u%04x".formatted((int) c));
      else out.append(c);
    }
    out.append('"');
  }
}
