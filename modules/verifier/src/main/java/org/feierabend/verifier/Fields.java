package org.feierabend.verifier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One JSON object whose fields are taken out one by one, each in the form it must have. */
final class Fields {
  private final Map<String, Object> json;
  private final Set<String> taken = new HashSet<>();

  Fields(Map<String, Object> json) {
    this.json = json;
  }

  boolean has(String key) {
    return json.containsKey(key);
  }

  Set<String> keys() {
    return json.keySet();
  }

  String text(String key, String form) throws Wrong {
    String text = take(key, String.class);
    if (!text.matches(form))
      throw new Wrong(
          "„%s“ ist „%s“, nicht von der Form %s",
          "'%s' is '%s', not of the form %s", key, text, form);
    return text;
  }

  /** Any text but an empty one. */
  String words(String key) throws Wrong {
    String text = take(key, String.class);
    if (text.isBlank()) throw new Wrong("„%s“ ist leer", "'%s' is empty", key);
    return text;
  }

  Fraction fraction(String key) throws Wrong {
    return Fraction.parse(take(key, String.class));
  }

  long number(String key, long least, long most) throws Wrong {
    long number = take(key, Long.class);
    if (number < least || number > most)
      throw new Wrong(
          "„%s“ ist %d, nicht von %d bis %d",
          "'%s' is %d, not from %d to %d", key, number, least, most);
    return number;
  }

  Fields object(String key) throws Wrong {
    return fields(take(key, Map.class), key);
  }

  List<Fields> objects(String key) throws Wrong {
    List<Fields> objects = new ArrayList<>();
    for (Object item : take(key, List.class)) objects.add(fields(item, key));
    return objects;
  }

  List<String> texts(String key) throws Wrong {
    List<String> texts = new ArrayList<>();
    for (Object item : take(key, List.class)) {
      if (!(item instanceof String text))
        throw new Wrong("„%s“ soll Texte enthalten", "'%s' should hold strings", key);
      texts.add(text);
    }
    return texts;
  }

  /** To be called last: what nobody asked for should not be there. */
  void nothingElse() throws Wrong {
    for (String key : json.keySet())
      if (!taken.contains(key))
        throw new Wrong("„%s“ ist kein Feld davon", "'%s' is no field of it", key);
  }

  @SuppressWarnings("unchecked") // Json makes maps with string keys only
  private static Fields fields(Object item, String key) throws Wrong {
    if (item instanceof Map<?, ?> map) return new Fields((Map<String, Object>) map);
    throw new Wrong("„%s“ soll Objekte enthalten", "'%s' should hold objects", key);
  }

  private <T> T take(String key, Class<T> type) throws Wrong {
    taken.add(key);
    Object value = json.get(key);
    if (value == null) throw new Wrong("„%s“ fehlt", "'%s' is missing", key);
    if (!type.isInstance(value))
      throw new Wrong("„%s“ ist kein %s", "'%s' is no %s", key, type.getSimpleName());
    return type.cast(value);
  }
}
