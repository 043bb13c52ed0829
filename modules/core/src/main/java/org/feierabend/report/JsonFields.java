package org.feierabend.report;

import java.util.List;
import java.util.Map;

/** Typed reading of one JSON object; a missing or misshapen field is named. */
record JsonFields(Map<String, Object> json) {
  boolean has(String key) {
    return json.containsKey(key);
  }

  String text(String key) {
    return field(key, String.class);
  }

  long number(String key) {
    return field(key, Long.class);
  }

  JsonFields object(String key) {
    return fields(field(key, Map.class), key);
  }

  List<JsonFields> objects(String key) {
    return ((List<?>) field(key, List.class)).stream().map(item -> fields(item, key)).toList();
  }

  List<String> texts(String key) {
    return ((List<?>) field(key, List.class)).stream().map(String.class::cast).toList();
  }

  @SuppressWarnings("unchecked") // JsonReader makes maps with string keys only
  private static JsonFields fields(Object value, String key) {
    if (value instanceof Map<?, ?> map) return new JsonFields((Map<String, Object>) map);
    throw new IllegalArgumentException("'%s' should hold objects.".formatted(key));
  }

  private <T> T field(String key, Class<T> type) {
    Object value = json.get(key);
    if (type.isInstance(value)) return type.cast(value);
    throw new IllegalArgumentException(
        "'%s' should be a %s, but is %s."
            .formatted(key, type.getSimpleName(), value == null ? "missing" : "another thing"));
  }
}
