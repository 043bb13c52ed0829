package org.feierabend.report;

import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * How many weeks must be averaged before a share is shown (PRIVACY, section 4): as many as bring
 * the 95 % half-width to 10 percentage points or less. The table is that of sigma² = 78; other
 * variances, and sums of several blocks, are scaled to it.
 */
final class DisplaySize {
  private static final BigInteger TABLE_SIGMA2 = BigInteger.valueOf(78);
  private static final int[][] PEOPLE_AND_WEEKS = {{175, 1}, {88, 4}, {49, 13}, {35, 26}};

  private DisplaySize() {}

  /** Weeks to average; empty when no number of weeks is enough. */
  static OptionalInt weeks(int people, int blocks, Rational sigma2) {
    BigInteger have = squared(people).multiply(TABLE_SIGMA2).multiply(sigma2.den());
    BigInteger per = BigInteger.valueOf(blocks).multiply(sigma2.num());
    for (int[] row : PEOPLE_AND_WEEKS)
      if (have.compareTo(squared(row[0]).multiply(per)) >= 0) return OptionalInt.of(row[1]);
    return OptionalInt.empty();
  }

  private static BigInteger squared(int n) {
    return BigInteger.valueOf(n).pow(2);
  }
}
