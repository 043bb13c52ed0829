package org.feierabend.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.feierabend.channels.http.HttpDoor;

/** The decisions of AuthZEN. */
@ApplicationPath("/access/v1")
public class AccessApi extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return HttpDoor.access();
  }

  @Override
  public Map<String, Object> getProperties() {
    return Api.PROPERTIES;
  }
}
