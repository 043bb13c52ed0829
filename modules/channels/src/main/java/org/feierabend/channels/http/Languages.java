package org.feierabend.channels.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.feierabend.decision.Language;

/** The reader's language as the request asks for it; English unless German is wanted first. */
public final class Languages {
  private Languages() {}

  public static Language of(HttpHeaders headers) {
    for (Locale locale : headers.getAcceptableLanguages()) {
      if (locale.getLanguage().equals("de")) return Language.DE;
      if (locale.getLanguage().equals("en")) return Language.EN;
    }
    return Language.EN;
  }
}
