package org.feierabend.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** All JAX-RS resources of the WAR; JSON is Jackson's work alone. */
@ApplicationPath("/")
public class Rest extends Application {
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.jsonFeature", "JacksonFeature");
  }
}
