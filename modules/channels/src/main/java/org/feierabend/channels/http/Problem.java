package org.feierabend.channels.http;

import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;

/** A problem document (RFC 9457) in the reader's language. */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String field,
    String schema,
    String instance)
    implements View {
  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(Trouble trouble, Language language, String instance) {
    return new Problem(
        "about:blank",
        title(trouble.status()).in(language),
        trouble.status(),
        trouble.detail().in(language),
        trouble.field().orElse(null),
        trouble.schema().orElse(null),
        instance);
  }

  static Sentence title(int status) {
    return switch (status) {
      case 400 -> new Sentence("Ungültige Anfrage", "Bad request");
      case 401 -> new Sentence("Anmeldung nötig", "Log-in needed");
      case 403 -> new Sentence("Nicht erlaubt", "Not allowed");
      case 404 -> new Sentence("Nicht gefunden", "Not found");
      case 405 -> new Sentence("Methode nicht erlaubt", "Method not allowed");
      case 406 -> new Sentence("Format nicht verfügbar", "Not acceptable");
      case 409 -> new Sentence("Geht so nicht", "Conflict");
      case 412 -> new Sentence("Inzwischen geändert", "Changed meanwhile");
      case 413 -> new Sentence("Zu groß", "Too large");
      case 415 -> new Sentence("Medientyp nicht unterstützt", "Unsupported media type");
      case 428 -> new Sentence("If-Match fehlt", "If-Match is missing");
      case 503 -> new Sentence("Vorübergehend nicht verfügbar", "Temporarily unavailable");
      default ->
          status < 500
              ? new Sentence("Anfrage nicht möglich", "Request not possible")
              : new Sentence("Fehler im Server", "Server error");
    };
  }
}
