package org.feierabend.channels.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Whatever JSON provider is about uses {@link Json#MAPPER}. */
@Provider
public class JsonMapperForAll implements ContextResolver<ObjectMapper> {
  @Override
  public ObjectMapper getContext(Class<?> type) {
    return Json.MAPPER;
  }
}
