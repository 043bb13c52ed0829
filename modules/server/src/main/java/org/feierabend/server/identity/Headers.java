package org.feierabend.server.identity;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feierabend.people.Secret;

/** The security and cache headers of every answer. */
final class Headers {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final String LONG = "public, max-age=31536000, immutable";

  private final String policy;
  private final boolean secure;

  Headers(ServletContext context, boolean secure) {
    this.secure = secure;
    this.policy =
        "default-src 'none'; script-src 'self'"
            + importMap(page(context))
            + "; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self';"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
  }

  void apply(HttpServletResponse response, Paths paths) {
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (secure) response.setHeader("Strict-Transport-Security", "max-age=31536000");
    if (paths == Paths.LIBRARY || paths == Paths.PAGE)
      response.setHeader("Vary", "Accept-Encoding"); // these alone are compressed
    response.setHeader(
        "Cache-Control",
        switch (paths) {
          case LIBRARY -> LONG;
          case PAGE -> "no-cache";
          default -> "no-store";
        });
  }

  /** The one inline script there is, allowed by its hash: an import map cannot be a file. */
  static String importMap(String page) {
    Matcher script = IMPORT_MAP.matcher(page);
    if (!script.find()) return "";
    byte[] hash = Secret.sha256(script.group(1));
    return " 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
  }

  private static String page(ServletContext context) {
    try (InputStream in = context.getResourceAsStream("/index.html")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read index.html from the WAR.", e);
    }
  }
}
