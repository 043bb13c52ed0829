package org.feierabend.report;

import java.util.function.LongSupplier;

/**
 * Compares draws with the discrete Gaussian computed from its definition: chi-square over all bins
 * with at least ten expected draws, mean and variance.
 *
 * @param p probability of a worse chi-square if the law holds
 * @param meanError |mean| in units of sigma / √n; PRIVACY 7.1 allows 4
 * @param varianceError |variance / sigma² - 1| times √n; PRIVACY 7.1 allows 6 (0.6 % at 10⁶)
 */
record Law(double p, double meanError, double varianceError) {
  boolean holds() {
    return p >= 1e-4 && meanError <= 4 && varianceError <= 6;
  }

  static Law of(LongSupplier draws, double sigma2, int n) {
    int reach = (int) Math.ceil(12 * Math.sqrt(sigma2));
    double[] law = new double[2 * reach + 1];
    double total = 0;
    for (int x = -reach; x <= reach; x++)
      total += law[x + reach] = Math.exp(-x * (double) x / (2 * sigma2));
    long[] seen = new long[law.length];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      long x = draws.getAsLong();
      sum += x;
      squares += x * (double) x;
      seen[(int) Math.max(-reach, Math.min(reach, x)) + reach]++;
    }
    double mean = sum / n;
    double variance = squares / n - mean * mean;
    return new Law(
        chiSquare(seen, law, n / total),
        Math.abs(mean) / Math.sqrt(sigma2 / n),
        Math.abs(variance / sigma2 - 1) * Math.sqrt(n));
  }

  private static double chiSquare(long[] seen, double[] law, double scale) {
    double statistic = 0;
    int bins = 0;
    double seenRest = 0;
    double expectedRest = 0;
    for (int i = 0; i < law.length; i++) {
      double expected = law[i] * scale;
      if (expected < 10) { // tails go into one bin
        seenRest += seen[i];
        expectedRest += expected;
        continue;
      }
      statistic += (seen[i] - expected) * (seen[i] - expected) / expected;
      bins++;
    }
    statistic += (seenRest - expectedRest) * (seenRest - expectedRest) / expectedRest;
    return upperGamma(bins / 2.0, statistic / 2);
  }

  /** Regularised upper incomplete gamma function Q(a, x), by series or continued fraction. */
  static double upperGamma(double a, double x) {
    if (x <= 0) return 1;
    double front = Math.exp(a * Math.log(x) - x - logGamma(a));
    if (x < a + 1) {
      double term = 1 / a;
      double sum = term;
      for (double k = a + 1; term > sum * 1e-15; k++) sum += term *= x / k;
      return 1 - front * sum;
    }
    double b = x + 1 - a;
    double c = 1e300;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < 10_000; i++) {
      double an = -i * (i - a);
      b += 2;
      d = 1 / (an * d + b);
      c = b + an / c;
      h *= d * c;
      if (Math.abs(d * c - 1) < 1e-14) break;
    }
    return front * h;
  }

  private static double logGamma(double x) { // Stirling, after moving up to where it is exact
    double shift = 0;
    while (x < 20) shift -= Math.log(x++);
    return shift
        + (x - 0.5) * Math.log(x)
        - x
        + 0.5 * Math.log(2 * Math.PI)
        + 1 / (12 * x)
        - 1 / (360 * x * x * x)
        + 1 / (1260 * Math.pow(x, 5));
  }
}
