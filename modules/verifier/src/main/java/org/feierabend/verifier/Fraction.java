package org.feierabend.verifier;

import java.math.BigInteger;

/** A reduced fraction, written {@code 78/1}. */
record Fraction(BigInteger above, BigInteger below) {
  static final Fraction ZERO = of(0, 1);

  static Fraction of(long above, long below) {
    return reduced(BigInteger.valueOf(above), BigInteger.valueOf(below));
  }

  /** Only the reduced form is accepted. */
  static Fraction parse(String text) throws Wrong {
    if (!text.matches("(0|-?[1-9][0-9]{0,99})/[1-9][0-9]{0,99}"))
      throw new Wrong("„%s“ ist kein Bruch wie 78/1", "'%s' is no fraction such as 78/1", text);
    int slash = text.indexOf('/');
    Fraction read =
        reduced(
            new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    if (!read.toString().equals(text))
      throw new Wrong("der Bruch „%s“ ist nicht gekürzt", "the fraction '%s' is not reduced", text);
    return read;
  }

  private static Fraction reduced(BigInteger above, BigInteger below) {
    BigInteger common = above.gcd(below);
    return new Fraction(above.divide(common), below.divide(common));
  }

  Fraction plus(Fraction o) {
    return reduced(above.multiply(o.below).add(o.above.multiply(below)), below.multiply(o.below));
  }

  Fraction minus(Fraction o) {
    return plus(new Fraction(o.above.negate(), o.below));
  }

  boolean exceeds(Fraction o) {
    return above.multiply(o.below).compareTo(o.above.multiply(below)) > 0;
  }

  /** m / (2 · this), for a positive fraction: rho of m figures with this variance. */
  Fraction rho(int m) {
    return reduced(BigInteger.valueOf(m).multiply(below), above.multiply(BigInteger.TWO));
  }

  /** Near enough for statistics; no check of the account uses it. */
  double value() {
    return above.doubleValue() / below.doubleValue();
  }

  @Override
  public String toString() {
    return above + "/" + below;
  }
}
