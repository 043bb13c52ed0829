package org.feierabend.channels.http;

import jakarta.ws.rs.core.HttpHeaders;

/** The version of a person's own settings: read with ETag, named again with If-Match. */
final class OwnVersion {
  private OwnVersion() {}

  static String tag(long version) {
    return "\"%d\"".formatted(version);
  }

  /** The version that was read and is to be replaced. */
  static long read(HttpHeaders headers) {
    String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (ifMatch == null)
      throw Trouble.of(
          428,
          "Bitte die gelesene Fassung in If-Match nennen (ETag der Abfrage).",
          "Please name the version you read in If-Match (the ETag of the GET).");
    try {
      return Long.parseLong(ifMatch.replaceAll("^(W/)?\"|\"$", ""));
    } catch (NumberFormatException e) {
      throw Trouble.of(
          412,
          "Diese Fassung gibt es nicht. Bitte neu laden.",
          "There is no such version. Please reload.");
    }
  }

  static Trouble outdated() {
    return Trouble.of(
        412,
        "Die Einstellungen wurden inzwischen geändert. Bitte neu laden und noch einmal speichern.",
        "The settings were changed meanwhile. Please reload and save again.");
  }
}
