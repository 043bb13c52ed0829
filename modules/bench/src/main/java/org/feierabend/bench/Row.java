package org.feierabend.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * One line of the table.
 *
 * @param what was measured over what
 * @param target what PERFORMANCE asks for, where it asks for something
 */
record Row(String what, Optional<Target> target, Score score) {
  /** A bound that the mean is held against. */
  record Target(boolean atLeast, double bound) {
    boolean met(double mean) {
      return atLeast ? mean >= bound : mean <= bound;
    }

    @Override
    public String toString() {
      return (atLeast ? "≥ " : "≤ ") + number(bound);
    }
  }

  static Row free(String what, Score score) {
    return new Row(what, Optional.empty(), score);
  }

  static Row atLeast(String what, double bound, Score score) {
    return new Row(what, Optional.of(new Target(true, bound)), score);
  }

  static Row atMost(String what, double bound, Score score) {
    return new Row(what, Optional.of(new Target(false, bound)), score);
  }

  String verdict() {
    if (target.isEmpty()) return "";
    Target t = target.get();
    if (t.met(score.mean())) return "met";
    double factor = t.atLeast() ? t.bound() / score.mean() : score.mean() / t.bound();
    return "missed" + (t.bound() == 0 ? "" : ", by a factor of " + number(factor));
  }

  String markdown() {
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            what,
            target.map(Target::toString).orElse(""),
            number(score.least()),
            number(score.mean()),
            number(score.most()),
            verdict());
  }

  static String number(double n) {
    if (n == 0) return "0";
    double size = Math.abs(n);
    String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
    return String.format(Locale.ROOT, form, n);
  }
}
