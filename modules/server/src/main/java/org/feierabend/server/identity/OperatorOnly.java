package org.feierabend.server.identity;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.feierabend.people.Role;

/** Refuses everybody else at resources marked {@link Operator}. */
@Operator
@Provider
@Priority(Priorities.AUTHORIZATION)
public class OperatorOnly implements ContainerRequestFilter {
  @Context HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    LoggedIn who = (LoggedIn) request.getAttribute(LoggedIn.ATTRIBUTE);
    if (who != null && who.roles().contains(Role.OPERATOR)) return;
    context.abortWith(
        Response.status(Refusal.ROLE.status)
            .type(Refusal.TYPE)
            .entity(Refusal.ROLE.json(Refusal.language(request)).toString())
            .build());
  }
}
