package org.feierabend.server.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feierabend.intake.StoreAway;
import org.feierabend.people.Role;

/**
 * The one seam of identity: finds out who is calling, by bearer token or session cookie. OpenID
 * Connect becomes a third line here. It refuses nobody; {@link Gate} does, for every path alike.
 */
@ApplicationScoped
public class Mechanism implements HttpAuthenticationMechanism {
  /** Request attribute: the store was away, so nobody can be recognised just now. */
  static final String UNKNOWABLE = Mechanism.class.getName() + ".unknowable";

  private static final String BEARER = "Bearer ";

  @Inject Bearers bearers;
  @Inject BrowserSessions sessions;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    try {
      Optional<LoggedIn> who = who(request);
      if (who.isEmpty()) return context.doNothing();
      request.setAttribute(LoggedIn.ATTRIBUTE, who.get());
      Set<String> groups =
          who.get().roles().stream().map(Role::key).collect(Collectors.toUnmodifiableSet());
      return context.notifyContainerAboutLogin(who.get(), groups);
    } catch (StoreAway e) {
      request.setAttribute(UNKNOWABLE, true);
      return context.doNothing();
    }
  }

  private Optional<LoggedIn> who(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization != null)
      return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
          ? bearers.find(authorization.substring(BEARER.length()).strip())
          : Optional.empty();
    return cookie(request).flatMap(sessions::find);
  }

  static Optional<String> cookie(HttpServletRequest request) {
    if (request.getCookies() == null) return Optional.empty();
    for (Cookie cookie : request.getCookies())
      if (cookie.getName().equals(BrowserSessions.COOKIE) && !cookie.getValue().isBlank())
        return Optional.of(cookie.getValue());
    return Optional.empty();
  }
}
