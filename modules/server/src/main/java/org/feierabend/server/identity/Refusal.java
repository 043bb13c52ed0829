package org.feierabend.server.identity;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;

/** Why somebody is not let in, as problem+json (RFC 9457). */
enum Refusal {
  NOBODY(
      401,
      new Sentence("Nicht angemeldet", "Not logged in"),
      new Sentence(
          "Bitte anmelden (POST /api/v1/session) oder ein gültiges Bearer-Token senden.",
          "Log in (POST /api/v1/session) or send a valid bearer token.")),
  WRONG(
      401,
      new Sentence("Anmeldung abgelehnt", "Log-in refused"),
      new Sentence("Benutzername oder Passwort stimmt nicht.", "User name or password is wrong.")),
  ROLE(
      403,
      new Sentence("Keine Berechtigung", "Not permitted"),
      new Sentence(
          "Dieser Zugang hat die nötige Rolle nicht.", "This account lacks the role needed.")),
  CSRF(
      403,
      new Sentence("Anfrage nicht bestätigt", "Request not confirmed"),
      new Sentence(
          "Der Kopf X-CSRF-Token fehlt oder passt nicht zur Sitzung; GET /api/v1/session nennt ihn.",
          "The header X-CSRF-Token is missing or not the session's; GET /api/v1/session tells it.")),
  CROSS_SITE(
      403,
      new Sentence("Fremde Herkunft", "Foreign origin"),
      new Sentence(
          "Diese Anfrage kam von einer anderen Website.",
          "This request came from another web site.")),
  OFTEN(
      429,
      new Sentence("Zu viele Versuche", "Too many attempts"),
      new Sentence(
          "Bitte warten; Retry-After nennt die Sekunden.",
          "Please wait; Retry-After names the seconds.")),
  STARTING(
      503,
      new Sentence("Startet noch", "Still starting"),
      new Sentence(
          "Der Server ist noch nicht bereit; /health/ready sagt, wann.",
          "The server is not ready yet; /health/ready tells when.")),
  AWAY(
      503,
      new Sentence("Datenbank nicht erreichbar", "Database not reachable"),
      new Sentence(
          "Bitte gleich noch einmal; es ging nichts verloren.",
          "Try again soon; nothing was lost."));

  static final String TYPE = "application/problem+json";
  private static final String SCIM_TYPE = "application/scim+json";

  final int status;
  private final Sentence title;
  private final Sentence detail;

  Refusal(int status, Sentence title, Sentence detail) {
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setStatus(status);
    if (status == 503) response.setHeader("Retry-After", "5");
    if (status == 401) response.setHeader("WWW-Authenticate", "Bearer realm=\"feierabend\"");
    boolean scim = request.getServletPath().startsWith("/scim");
    response.setContentType(scim ? SCIM_TYPE : TYPE);
    JsonObject body = scim ? scim() : json(language(request));
    response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The form RFC 7644 has for errors. */
  private JsonObject scim() {
    return Json.createObjectBuilder()
        .add(
            "schemas", Json.createArrayBuilder().add("urn:ietf:params:scim:api:messages:2.0:Error"))
        .add("status", Integer.toString(status))
        .add("detail", detail.en())
        .build();
  }

  JsonObject json(Language language) {
    return Json.createObjectBuilder()
        .add("type", "about:blank")
        .add("title", title.in(language))
        .add("status", status)
        .add("detail", detail.in(language))
        .build();
  }

  /** German where the reader prefers it, else English. */
  static Language language(HttpServletRequest request) {
    boolean said = request.getHeader("Accept-Language") != null;
    return said && request.getLocale().getLanguage().equals(Locale.GERMAN.getLanguage())
        ? Language.DE
        : Language.EN;
  }
}
