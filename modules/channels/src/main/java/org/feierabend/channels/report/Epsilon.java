package org.feierabend.channels.report;

import org.feierabend.report.Rational;

/**
 * What rho of Gaussian noise means in other words, for readers; nothing is decided by these.
 *
 * <p>Source: Balle and Wang 2018, theorem 8, with mu = √(2 · rho).
 */
final class Epsilon {
  private static final double TAIL = 12;
  private static final int STEPS = 4_000;

  private Epsilon() {}

  /** The smallest epsilon, rounded up to a tenth, that holds with this delta. */
  static double of(Rational rho, double delta) {
    double mu = mu(rho);
    double tenths = 1;
    while (delta(tenths / 10, mu) > delta) tenths++;
    return tenths / 10;
  }

  /** How much better than a coin an attacker who knows everybody else can guess, 0 to 1. */
  static double advantage(Rational rho) {
    return 1 - 2 * above(mu(rho) / 2);
  }

  private static double mu(Rational rho) {
    return Math.sqrt(2 * rho.num().doubleValue() / rho.den().doubleValue());
  }

  private static double delta(double epsilon, double mu) {
    return above(epsilon / mu - mu / 2) - Math.exp(epsilon) * above(epsilon / mu + mu / 2);
  }

  /** Probability that a standard normal value exceeds {@code x}, by Simpson's rule. */
  private static double above(double x) {
    double h = TAIL / STEPS;
    double sum = density(x) + density(x + TAIL);
    for (int i = 1; i < STEPS; i++) sum += density(x + i * h) * (i % 2 == 0 ? 2 : 4);
    return sum * h / 3;
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}
