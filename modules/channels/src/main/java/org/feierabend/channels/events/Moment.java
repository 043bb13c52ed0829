package org.feierabend.channels.events;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** An instant as {@link OffsetDateTime} reads it; the commonest form without its general parser. */
final class Moment {
  private static final String FORM = "0000-00-00T00:00:00Z";

  private Moment() {}

  static Instant parse(String text) {
    return isCommon(text)
        ? LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 2),
                number(text, 8, 2),
                number(text, 11, 2),
                number(text, 14, 2),
                number(text, 17, 2))
            .toInstant(ZoneOffset.UTC)
        : OffsetDateTime.parse(text).toInstant();
  }

  private static boolean isCommon(String text) {
    if (text.length() != FORM.length()) return false;
    for (int i = 0; i < FORM.length(); i++) {
      char wanted = FORM.charAt(i);
      char c = text.charAt(i);
      if (wanted == '0' ? c < '0' || c > '9' : c != wanted) return false;
    }
    return true;
  }

  private static int number(String text, int from, int digits) {
    int n = 0;
    for (int i = from; i < from + digits; i++) n = 10 * n + text.charAt(i) - '0';
    return n;
  }
}
