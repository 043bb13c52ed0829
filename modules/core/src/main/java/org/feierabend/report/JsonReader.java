package org.feierabend.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feierabend.decision.BadValue;

/**
 * Reads what {@link CanonicalJson} writes: maps, lists, strings and whole numbers (as Long).
 * Anything else, a key given twice included, is refused with its position.
 */
public final class JsonReader {
  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /** The object that is the whole text. */
  public static Map<String, Object> object(String text) {
    JsonReader reader = new JsonReader(text);
    Map<String, Object> object = reader.object();
    if (reader.at != text.length()) throw reader.wrong("das Ende", "the end");
    return object;
  }

  private Object value() {
    char c = peek();
    if (c == '{') return object();
    if (c == '[') return array();
    if (c == '"') return string();
    return number();
  }

  private Map<String, Object> object() {
    Map<String, Object> map = new LinkedHashMap<>();
    expect('{');
    if (taken('}')) return map;
    do {
      String key = string();
      expect(':');
      if (map.put(key, value()) != null)
        throw wrong("„" + key + "“ nur einmal", "'" + key + "' only once");
    } while (taken(','));
    expect('}');
    return map;
  }

  private List<Object> array() {
    List<Object> list = new ArrayList<>();
    expect('[');
    if (taken(']')) return list;
    do list.add(value());
    while (taken(','));
    expect(']');
    return list;
  }

  private Long number() {
    int start = at;
    taken('-');
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
    try {
      return Long.valueOf(text.substring(start, at));
    } catch (NumberFormatException e) {
      at = start;
      throw wrong(
          "eine ganze Zahl, ein Text, eine Liste oder ein Objekt",
          "a whole number, a string, an array or an object");
    }
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < 0x20) throw wrong("kein Steuerzeichen", "no control character");
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> {
        if (at + 4 > text.length()) throw wrong("vier Hexadezimalziffern", "four hex digits");
        at += 4;
        try {
          yield (char) Integer.parseInt(text, at - 4, at, 16);
        } catch (NumberFormatException e) {
          throw wrong("vier Hexadezimalziffern", "four hex digits");
        }
      }
      default -> throw wrong("eine bekannte Maskierung", "an escape");
    };
  }

  private char peek() {
    if (at >= text.length()) throw wrong("etwas", "more");
    return text.charAt(at);
  }

  private boolean taken(char c) {
    if (at >= text.length() || text.charAt(at) != c) return false;
    at++;
    return true;
  }

  private void expect(char c) {
    if (!taken(c)) throw wrong("„" + c + "“", "'" + c + "'");
  }

  private BadValue wrong(String erwartet, String expected) {
    return new BadValue(
        "Im JSON-Text wird beim %d. von %d Zeichen %s erwartet."
            .formatted(at, text.length(), erwartet),
        "The JSON text should have %s at character %d of %d."
            .formatted(expected, at, text.length()));
  }
}
