package org.feierabend.server.identity;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.feierabend.people.Role;
import org.feierabend.people.Secret;
import org.feierabend.server.Lifecycle;
import org.feierabend.server.Settings;

/** Every request passes here: headers, log-in, CSRF. Roles are the resources' own business. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Gate extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<Paths> DATA =
      EnumSet.of(
          Paths.API,
          Paths.HOURS,
          Paths.LOG_IN,
          Paths.DISCOVERY,
          Paths.SCHEMA,
          Paths.FEED,
          Paths.HOOK);
  private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

  @Inject transient Settings settings;
  @Inject transient Lifecycle lifecycle;
  private transient Headers headers;

  @Override
  public void init(FilterConfig config) {
    headers = new Headers(config.getServletContext(), settings.secure());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Paths paths = Paths.of(request.getMethod(), path(request));
    headers.apply(response, paths);
    RequestId.echo(request, response);
    Optional<Refusal> refusal = refusal(request, paths);
    if (refusal.isPresent()) refusal.get().write(request, response);
    else chain.doFilter(request, response);
  }

  private Optional<Refusal> refusal(HttpServletRequest request, Paths paths) {
    boolean safe = SAFE.contains(request.getMethod());
    if (!safe && crossSite(request)) return Optional.of(Refusal.CROSS_SITE);
    boolean data = DATA.contains(paths);
    if (data && !lifecycle.started()) return Optional.of(Refusal.STARTING);
    boolean open = paths.open || paths == Paths.HOURS && settings.publicHours();
    if (open) return Optional.empty();
    LoggedIn who = (LoggedIn) request.getAttribute(LoggedIn.ATTRIBUTE);
    if (who == null)
      return Optional.of(
          request.getAttribute(Mechanism.UNKNOWABLE) == null ? Refusal.NOBODY : Refusal.AWAY);
    if (paths == Paths.INSIGHT && !who.roles().contains(Role.OPERATOR))
      return Optional.of(Refusal.ROLE);
    if (!safe && who.csrf().isPresent() && !carries(request, who.csrf().get()))
      return Optional.of(Refusal.CSRF);
    return Optional.empty();
  }

  /** Browsers say where a request comes from; machines do not. */
  private static boolean crossSite(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && !OUR_OWN.contains(site);
  }

  private static boolean carries(HttpServletRequest request, String csrf) {
    String sent = request.getHeader("X-CSRF-Token");
    return sent != null && Secret.same(sent, csrf);
  }

  /** Decoded and normalised by the container. */
  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return request.getServletPath() + (info == null ? "" : info);
  }
}
