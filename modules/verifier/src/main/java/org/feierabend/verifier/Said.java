package org.feierabend.verifier;

import java.util.Arrays;
import java.util.Locale;

/** A sentence for whoever checks, in both languages. */
record Said(String de, String en) {
  /**
   * @param values filled into both; one that is said itself, in the language around it
   */
  static Said of(String de, String en, Object... values) {
    return new Said(
        String.format(Locale.GERMAN, de, in(true, values)),
        String.format(Locale.ROOT, en, in(false, values)));
  }

  private static Object[] in(boolean german, Object... values) {
    return Arrays.stream(values).map(v -> v instanceof Said said ? said.in(german) : v).toArray();
  }

  String in(boolean german) {
    return german ? de : en;
  }

  /** With another sentence behind it. */
  Said plus(String moreDe, String moreEn, Object... values) {
    Said more = of(moreDe, moreEn, values);
    return new Said(de + more.de, en + more.en);
  }
}
