package org.feierabend.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.feierabend.channels.http.Json;

/** Jackson reads and writes all JSON, always in the HTTP door's own way. */
@Provider
public class JsonChoice implements ContextResolver<ObjectMapper> {
  /** Of every {@link Application}: no second JSON provider. */
  static final Map<String, Object> PROPERTIES =
      Map.of("jersey.config.jsonFeature", "JacksonFeature");

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return Json.MAPPER;
  }

  static Set<Class<?>> with(Set<Class<?>> door, Class<?>... more) {
    Set<Class<?>> classes = new HashSet<>(door);
    classes.addAll(Set.of(more));
    classes.add(JsonChoice.class);
    return classes;
  }
}
