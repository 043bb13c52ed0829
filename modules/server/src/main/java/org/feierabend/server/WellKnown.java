package org.feierabend.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.feierabend.channels.http.HttpDoor;

/** Where machines look first. */
@ApplicationPath("/.well-known")
public class WellKnown extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return HttpDoor.wellKnown();
  }

  @Override
  public Map<String, Object> getProperties() {
    return Api.PROPERTIES;
  }
}
