package org.feierabend.channels.http;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Set;
import org.feierabend.people.Role;

/**
 * Nobody passes a method of this package that does not say who may: closed unless opened by
 * annotation. Resources the server adds guard themselves.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RoleGuard implements ContainerRequestFilter {
  @Context ResourceInfo resource;
  @Inject Caller caller;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    if (method != null && HttpDoor.holds(method.getDeclaringClass())) check(method, caller);
  }

  static void check(Method method, Caller caller) {
    AnnotatedElement rule = says(method) ? method : method.getDeclaringClass();
    if (rule.isAnnotationPresent(PermitAll.class)) return;
    if (!caller.known()) throw Trouble.of(401, "Bitte zuerst anmelden.", "Please log in first.");
    RolesAllowed allowed = rule.getAnnotation(RolesAllowed.class);
    if (allowed == null || Set.of(allowed.value()).stream().noneMatch(r -> has(caller, r)))
      throw Trouble.of(
          403,
          "Dieses Konto hat die nötige Rolle nicht.",
          "This account does not have the role for that.");
  }

  private static boolean has(Caller caller, String role) {
    return caller.is(Role.byKey(role));
  }

  private static boolean says(AnnotatedElement element) {
    return element.isAnnotationPresent(PermitAll.class)
        || element.isAnnotationPresent(RolesAllowed.class);
  }
}
