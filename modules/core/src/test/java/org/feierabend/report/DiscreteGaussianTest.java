package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscreteGaussianTest {
  /** The whole million with -Dfeierabend.all, less in a quick run; the bounds scale with it. */
  private static final int DRAWS = Boolean.getBoolean("feierabend.all") ? 1_000_000 : 60_000;

  @ParameterizedTest
  @ValueSource(strings = {"4", "20", "78", "780/7"})
  void draws_follow_the_discrete_gaussian(String sigma2) {
    DiscreteGaussian noise = gaussian(sigma2, 20_260_105);
    Law law = Law.of(() -> noise.draw().longValueExact(), value(sigma2), DRAWS);
    MeasuredFigures.note(
        "1-" + sigma2.replaceAll("/.*", ""),
        "sampler law, sigma² " + sigma2 + ": chi-square p; mean in standard errors",
        MeasuredFigures.number(law.p()) + "; " + MeasuredFigures.number(law.meanError()),
        "p ≥ 0.0001; ≤ 4",
        DRAWS + " draws");
    assertTrue(law.holds(), law::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "20", "78"})
  void draws_from_the_systems_own_bits_follow_it_too(String sigma2) {
    DiscreteGaussian noise = new DiscreteGaussian(Rational.parse(sigma2), RandomBits.secure());
    Law law = Law.of(() -> noise.draw().longValueExact(), value(sigma2), DRAWS);
    assertTrue(law.p() > 1e-9 && law.meanError() < 7 && law.varianceError() < 10, law::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "78"})
  void a_sampler_with_half_the_sigma_is_caught(String sigma2) {
    DiscreteGaussian broken =
        gaussian(Rational.parse(sigma2).dividedBy(Rational.of(4)).toString(), 1);
    assertTrue(!Law.of(() -> broken.draw().longValueExact(), value(sigma2), DRAWS).holds());
  }

  @Test
  void a_sampler_that_draws_zero_twice_as_often_is_caught() {
    DiscreteGaussian noise = gaussian("78", 2);
    Random coin = new Random(3);
    LongSupplier broken =
        () -> {
          long x = noise.draw().longValueExact();
          return Math.abs(x) == 1 && coin.nextInt(4) == 0 ? 0 : x;
        };
    assertTrue(!Law.of(broken, 78, DRAWS).holds());
  }

  @Test
  void a_rounded_continuous_gaussian_of_the_wrong_variance_is_caught() {
    Random continuous = new Random(4);
    assertTrue(
        !Law.of(() -> Math.round(continuous.nextGaussian() * Math.sqrt(78) * 1.05), 78, DRAWS)
            .holds());
  }

  @Test
  void a_sigma_below_two_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> gaussian("399/100", 5));
    assertEquals(Rational.of(4), gaussian("4/1", 5).sigma2());
  }

  @Test
  void the_same_bits_give_the_same_draws_and_production_bits_give_others() {
    BigInteger first = gaussian("78000000", 6).draw();
    assertEquals(first, gaussian("78000000", 6).draw());
    DiscreteGaussian production =
        new DiscreteGaussian(Rational.of(78_000_000_000_000L), RandomBits.secure());
    assertTrue(!production.draw().equals(production.draw()));
  }

  @Test
  void a_week_of_sixty_figures_takes_little_time() {
    DiscreteGaussian noise = new DiscreteGaussian(Rational.of(78), RandomBits.secure());
    for (int i = 0; i < 2_000; i++) noise.draw(); // warm up
    long start = System.nanoTime();
    for (int i = 0; i < 60; i++) noise.draw();
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis < 200, "60 draws took " + millis + " ms");
  }

  /** Not java.util.Random: its low bits repeat so soon that a million draws show it (p = 1e-36). */
  private static DiscreteGaussian gaussian(String sigma2, long seed) {
    return new DiscreteGaussian(Rational.parse(sigma2), new SplittableRandom(seed)::nextBytes);
  }

  private static double value(String sigma2) {
    Rational r = Rational.parse(sigma2);
    return r.num().doubleValue() / r.den().doubleValue();
  }
}
