package org.feierabend.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;

/**
 * Echoes X-Request-ID with every answer, refusals too, as AuthZEN demands; one that could break a
 * header or a log is left out.
 */
final class RequestId {
  static final String HEADER = "X-Request-ID";
  private static final Pattern SANE = Pattern.compile("[\\x20-\\x7e]{1,1000}");

  private RequestId() {}

  static void echo(HttpServletRequest request, HttpServletResponse response) {
    String id = request.getHeader(HEADER);
    if (sane(id)) response.setHeader(HEADER, id);
  }

  static boolean sane(String id) {
    return id != null && SANE.matcher(id).matches();
  }
}
