package org.feierabend.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.feierabend.channels.http.HttpDoor;
import org.feierabend.server.identity.AccountsResource;
import org.feierabend.server.identity.OperatorOnly;
import org.feierabend.server.identity.SessionResource;
import org.feierabend.server.identity.TokensResource;

/** The API of people and machines. */
@ApplicationPath("/api/v1")
public class Api extends Application {
  /**
   * Jackson alone: no second JSON provider. No WADL, which nobody reads and OPTIONS would hand out.
   */
  static final Map<String, Object> PROPERTIES =
      Map.of(
          "jersey.config.jsonFeature",
          "JacksonFeature",
          "jersey.config.server.wadl.disableWadl",
          true);

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(HttpDoor.api());
    classes.addAll(
        Set.of(
            SessionResource.class,
            AccountsResource.class,
            TokensResource.class,
            OperatorOnly.class));
    return classes;
  }

  @Override
  public Map<String, Object> getProperties() {
    return PROPERTIES;
  }
}
