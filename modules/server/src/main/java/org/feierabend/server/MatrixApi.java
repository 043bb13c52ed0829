package org.feierabend.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.feierabend.channels.http.HttpDoor;

/** Where a Matrix homeserver pushes. */
@ApplicationPath("/_matrix")
public class MatrixApi extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return HttpDoor.matrix();
  }

  @Override
  public Map<String, Object> getProperties() {
    return Api.PROPERTIES;
  }
}
