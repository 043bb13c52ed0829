package org.feierabend.server;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.feierabend.channels.http.Json;
import org.feierabend.channels.http.Problem;
import org.feierabend.channels.http.Trouble;
import org.feierabend.decision.Language;

/**
 * Every error that no resource answered, such as an address nobody has: a problem document in place
 * of the server's HTML page. web.xml sends errors here.
 */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status = status(request);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    response.setStatus(status);
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    response
        .getOutputStream()
        .write(
            Json.MAPPER.writeValueAsBytes(
                Problem.of(
                    Trouble.of(status), language(request), path == null ? null : path.toString())));
  }

  /** Who asks for this address itself finds nothing here. */
  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : HttpServletResponse.SC_NOT_FOUND;
  }

  private static Language language(HttpServletRequest request) {
    boolean german =
        request.getHeader("Accept-Language") != null
            && request.getLocale().getLanguage().equals(Locale.GERMAN.getLanguage());
    return german ? Language.DE : Language.EN;
  }
}
