package org.feierabend.channels.scim;

import java.util.Set;
import org.feierabend.channels.http.RoleGuard;

/** Which classes the application {@code /scim/v2} is made of. */
public final class ScimDoor {
  private ScimDoor() {}

  public static Set<Class<?>> classes() {
    return Set.of(
        UsersResource.class,
        GroupsResource.class,
        SearchResource.class,
        AboutResource.class,
        ErrorBodies.class,
        RoleGuard.class);
  }
}
