package org.feierabend.channels.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** Echoes X-Request-ID, as AuthZEN asks; one that could break a header or a log is left out. */
@Provider
public class RequestIdEcho implements ContainerResponseFilter {
  static final String HEADER = "X-Request-ID";
  private static final Pattern SANE = Pattern.compile("[\\x21-\\x7e]{1,200}");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String id = request.getHeaderString(HEADER);
    if (id != null && SANE.matcher(id).matches()) response.getHeaders().putSingle(HEADER, id);
  }
}
