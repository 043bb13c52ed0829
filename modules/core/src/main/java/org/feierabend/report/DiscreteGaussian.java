package org.feierabend.report;

import java.math.BigInteger;
import java.util.Objects;

/**
 * Draws whole numbers x with probability proportional to exp(-x² / 2σ²), exactly: coin tosses and
 * whole-number arithmetic only (Canonne, Kamath, Steinke 2020, "The Discrete Gaussian for
 * Differential Privacy", algorithms 1 to 3). No approximation means that the proof holds for what
 * runs.
 */
public final class DiscreteGaussian {
  private static final Rational SMALLEST_SIGMA2 = Rational.of(4);

  private final Rational sigma2;
  private final BigInteger scale; // t = floor(sigma) + 1, of the Laplace proposal
  private final Rational centre; // sigma² / t
  private final Rational twoSigma2;
  private final RandomBits random;

  /**
   * @param sigma2 variance, at least 4
   */
  public DiscreteGaussian(Rational sigma2, RandomBits random) {
    if (sigma2.compareTo(SMALLEST_SIGMA2) < 0)
      throw new IllegalArgumentException(
          "Noise needs sigma² of at least 4 (sigma 2), but got %s. Lower rho_year or the number of indicators."
              .formatted(sigma2));
    this.sigma2 = sigma2;
    this.random = Objects.requireNonNull(random, "random");
    scale = sigma2.floor().sqrt().add(BigInteger.ONE);
    centre = sigma2.dividedBy(whole(scale));
    twoSigma2 = sigma2.times(Rational.of(2));
  }

  public Rational sigma2() {
    return sigma2;
  }

  /** One draw (algorithm 3). */
  public BigInteger draw() {
    while (true) {
      BigInteger proposal = laplace();
      Rational distance = whole(proposal.abs()).minus(centre);
      if (exp(distance.times(distance).dividedBy(twoSigma2))) return proposal;
    }
  }

  /** Discrete Laplace of the whole scale t (algorithm 2 with s = 1). */
  private BigInteger laplace() {
    while (true) {
      BigInteger rest = uniform(scale);
      if (!expUpToOne(rest, scale)) continue;
      BigInteger turns = BigInteger.ZERO;
      while (expUpToOne(BigInteger.ONE, BigInteger.ONE)) turns = turns.add(BigInteger.ONE);
      BigInteger size = rest.add(scale.multiply(turns));
      boolean negative = uniform(BigInteger.TWO).signum() != 0;
      if (negative && size.signum() == 0) continue; // zero would be drawn twice as often
      return negative ? size.negate() : size;
    }
  }

  /** True with probability exp(-gamma), gamma not negative (algorithm 1). */
  private boolean exp(Rational gamma) {
    BigInteger whole = gamma.floor();
    for (BigInteger i = BigInteger.ZERO; i.compareTo(whole) < 0; i = i.add(BigInteger.ONE))
      if (!expUpToOne(BigInteger.ONE, BigInteger.ONE)) return false;
    return expUpToOne(gamma.num().subtract(whole.multiply(gamma.den())), gamma.den());
  }

  /** True with probability exp(-num/den), 0 ≤ num/den ≤ 1. */
  private boolean expUpToOne(BigInteger num, BigInteger den) {
    boolean odd = true;
    BigInteger bound = den;
    while (uniform(bound).compareTo(num) < 0) { // Bernoulli(num / (den · k)), k = 1, 2, …
      odd = !odd;
      bound = bound.add(den);
    }
    return odd;
  }

  /** A whole number from 0 to n - 1, each equally likely: bits, thrown again when too large. */
  private BigInteger uniform(BigInteger n) {
    int bits = n.subtract(BigInteger.ONE).bitLength();
    if (bits == 0) return BigInteger.ZERO;
    byte[] bytes = new byte[(bits + 7) / 8];
    int mask = 0xff >>> (8 * bytes.length - bits);
    while (true) {
      random.fill(bytes);
      bytes[0] &= (byte) mask;
      BigInteger candidate = new BigInteger(1, bytes);
      if (candidate.compareTo(n) < 0) return candidate;
    }
  }

  private static Rational whole(BigInteger value) {
    return new Rational(value, BigInteger.ONE);
  }
}
