package org.feierabend.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.feierabend.channels.http.HttpDoor;

/** Decisions for tools that ask as one asks an Open Policy Agent. */
@ApplicationPath("/v1")
public class DataApi extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return HttpDoor.data();
  }

  @Override
  public Map<String, Object> getProperties() {
    return Api.PROPERTIES;
  }
}
