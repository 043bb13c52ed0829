package org.feierabend.policy;

/** An exact positive fraction, such as a privacy budget; never rounded. */
public record Rational(long numerator, long denominator) {
  public Rational {
    if (numerator < 1 || denominator < 1)
      throw new IllegalArgumentException(
          "A fraction here is positive, but got %d/%d.".formatted(numerator, denominator));
  }

  /** Reads {@code 1}, {@code 3/4} or {@code 0.5}. */
  public static Rational parse(String text) {
    try {
      int slash = text.indexOf('/');
      if (slash >= 0)
        return new Rational(
            Long.parseLong(text.substring(0, slash).strip()),
            Long.parseLong(text.substring(slash + 1).strip()));
      var exact = new java.math.BigDecimal(text.strip());
      long denominator = java.math.BigInteger.TEN.pow(Math.max(0, exact.scale())).longValueExact();
      return new Rational(
          exact.multiply(java.math.BigDecimal.valueOf(denominator)).longValueExact(), denominator);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "A fraction is written like 1, 1/2 or 0.5, but got '%s'.".formatted(text), e);
    }
  }

  @Override
  public String toString() {
    return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
  }
}
