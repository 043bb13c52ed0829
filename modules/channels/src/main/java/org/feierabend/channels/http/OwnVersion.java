package org.feierabend.channels.http;

import jakarta.ws.rs.core.HttpHeaders;

/** The version of a person's own settings: read with ETag, named again with If-Match. */
final class OwnVersion {
  private OwnVersion() {}

  static String tag(long version) {
    return "\"%d\"".formatted(version);
  }

  /**
   * The version that is replaced, once the asker named it.
   *
   * @param now what is stored now
   */
  static long read(HttpHeaders headers, long now) {
    String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (ifMatch == null)
      throw Trouble.of(
          428,
          "Bitte die gelesene Fassung in If-Match nennen (ETag der Abfrage).",
          "Please name the version you read in If-Match (the ETag of the GET).");
    if (!Versions.names(ifMatch, now)) throw outdated();
    return now;
  }

  static Trouble outdated() {
    return Trouble.of(
        412,
        "Die Einstellungen wurden inzwischen geändert. Bitte neu laden und noch einmal speichern.",
        "The settings were changed meanwhile. Please reload and save again.");
  }
}
