package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RationalTest {
  @Test
  void a_fraction_is_reduced_and_carries_its_sign_above() {
    assertEquals("-3/4", Rational.of(6, -8).toString());
    assertEquals("0/1", Rational.of(0, -5).toString());
    assertEquals(Rational.of(780, 7), Rational.parse("1560/14"));
    assertEquals(Rational.of(1, 2), Rational.parse("0.5"));
    assertEquals(Rational.of(100), Rational.parse("1e2"));
  }

  @Test
  void fifty_two_parts_of_a_year_are_the_year_exactly() {
    Rational sum = Rational.ZERO;
    for (int i = 0; i < 52; i++) sum = sum.plus(Rational.of(1, 52));
    assertEquals(Rational.ONE, sum);
    assertEquals(Rational.of(78), Odometer.sigma2(3, Rational.ONE));
    assertEquals(Rational.of(1, 52), Odometer.rho(3, Rational.of(78)));
  }

  @Test
  void floor_goes_down_below_zero_too() {
    assertEquals(-2, Rational.of(-3, 2).floor().intValue());
    assertEquals(1, Rational.of(3, 2).floor().intValue());
    assertEquals(-2, Rational.of(-2).floor().intValue());
  }

  @Test
  void nonsense_is_named() {
    assertThrows(IllegalArgumentException.class, () -> Rational.parse("1/0"));
    assertThrows(IllegalArgumentException.class, () -> Rational.parse("one"));
  }
}
