package org.feierabend.report;

import java.util.Locale;

/**
 * What the attacks of PRIVACY section 7 measured, a line each; a full run collects them in
 * docs/privacy-figures.md.
 */
final class MeasuredFigures {
  private MeasuredFigures() {}

  static void note(String number, String attack, String measured, String allowed, String size) {
    System.out.printf(
        "privacy-figure | %s | %s | %s | %s | %s |%n", number, attack, measured, allowed, size);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
