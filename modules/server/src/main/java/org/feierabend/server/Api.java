package org.feierabend.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
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
  @Override
  public Set<Class<?>> getClasses() {
    return JsonChoice.with(
        HttpDoor.api(),
        SessionResource.class,
        AccountsResource.class,
        TokensResource.class,
        OperatorOnly.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return JsonChoice.PROPERTIES;
  }
}
