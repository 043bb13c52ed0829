package org.feierabend.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;

/**
 * An exact fraction, always reduced and with a positive denominator; written {@code 78/1}. Privacy
 * budgets and variances are never rounded.
 */
public record Rational(BigInteger num, BigInteger den) implements Comparable<Rational> {
  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);

  public Rational {
    Objects.requireNonNull(num, "num");
    if (den.signum() == 0)
      throw new IllegalArgumentException(
          "A fraction needs a denominator, but got %s/0.".formatted(num));
    BigInteger divisor = num.gcd(den);
    if (den.signum() < 0) divisor = divisor.negate();
    num = num.divide(divisor);
    den = den.divide(divisor);
  }

  public static Rational of(long whole) {
    return of(whole, 1);
  }

  public static Rational of(long num, long den) {
    return new Rational(BigInteger.valueOf(num), BigInteger.valueOf(den));
  }

  /** Reads {@code 780/7}, {@code 78} or {@code 0.5}, exactly. */
  public static Rational parse(String text) {
    try {
      int slash = text.indexOf('/');
      if (slash >= 0)
        return new Rational(
            new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
      BigDecimal decimal = new BigDecimal(text);
      int scale = Math.max(0, decimal.scale());
      return new Rational(decimal.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "A fraction is written like 780/7, 78 or 0.5, but got '%s'.".formatted(text), e);
    }
  }

  public Rational plus(Rational other) {
    return new Rational(
        num.multiply(other.den).add(other.num.multiply(den)), den.multiply(other.den));
  }

  public Rational minus(Rational other) {
    return plus(new Rational(other.num.negate(), other.den));
  }

  public Rational times(Rational other) {
    return new Rational(num.multiply(other.num), den.multiply(other.den));
  }

  public Rational dividedBy(Rational other) {
    return new Rational(num.multiply(other.den), den.multiply(other.num));
  }

  /** The greatest whole number not above this one. */
  public BigInteger floor() {
    BigInteger[] parts = num.divideAndRemainder(den);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  public int signum() {
    return num.signum();
  }

  @Override
  public int compareTo(Rational other) {
    return num.multiply(other.den).compareTo(other.num.multiply(den));
  }

  @Override
  public String toString() {
    return num + "/" + den;
  }
}
