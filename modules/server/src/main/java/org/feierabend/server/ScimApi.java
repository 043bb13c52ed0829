package org.feierabend.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.feierabend.channels.scim.ScimDoor;

/** Provisioning of people and units. */
@ApplicationPath("/scim/v2")
public class ScimApi extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return ScimDoor.classes();
  }

  @Override
  public Map<String, Object> getProperties() {
    return Api.PROPERTIES;
  }
}
