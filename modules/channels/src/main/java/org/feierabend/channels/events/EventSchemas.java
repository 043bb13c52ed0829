package org.feierabend.channels.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published schemas of the event types, read from {@code /schemas} once. */
public final class EventSchemas {
  /** The marker that moves an event clock; Kafka only. */
  static final String CLOCK = "org.feierabend.clock.v1";

  private static final Map<String, EventSchema> BY_TYPE = new LinkedHashMap<>();

  static {
    for (String name :
        List.of("contact", "meeting", "work", "absence", "duty", "answer", "clock")) {
      String type = "org.feierabend." + name + ".v1";
      BY_TYPE.put(type, new EventSchema(type, read(type)));
    }
  }

  private EventSchemas() {}

  /** All types, in reading order. */
  public static List<String> types() {
    return List.copyOf(BY_TYPE.keySet());
  }

  /** The schema document as published, UTF-8 JSON. */
  public static Optional<byte[]> document(String type) {
    return find(type).map(EventSchema::document);
  }

  static Optional<EventSchema> find(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  private static byte[] read(String type) {
    String path = "/schemas/" + type + ".json";
    try (InputStream in = EventSchemas.class.getResourceAsStream(path)) {
      if (in == null) throw new IllegalStateException("The schema " + path + " is not packed.");
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The schema " + path + " cannot be read.", e);
    }
  }
}
