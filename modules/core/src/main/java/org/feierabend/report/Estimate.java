package org.feierabend.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * A share and its standard error, both per cent, from the noised counts of some weeks. The error is
 * that of the noise; people's weeks are counted, not sampled.
 */
record Estimate(BigDecimal share, BigDecimal sigma, int people) {
  static final BigDecimal NORMAL_95 = new BigDecimal("1.96");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static Estimate of(List<Reading.Cell> cells) {
    long noised = 0;
    long people = 0;
    Rational variance = Rational.ZERO;
    for (Reading.Cell cell : cells) {
      noised = Math.addExact(noised, cell.noised());
      people = Math.addExact(people, cell.people());
      variance = variance.plus(cell.sigma2().times(Rational.of(cell.blocks())));
    }
    BigDecimal all = BigDecimal.valueOf(people);
    BigDecimal sigma =
        new BigDecimal(variance.num())
            .divide(new BigDecimal(variance.den()), MathContext.DECIMAL64)
            .sqrt(MathContext.DECIMAL64);
    return new Estimate(
        percent(BigDecimal.valueOf(noised), all),
        percent(sigma, all),
        (int) (people / cells.size()));
  }

  /** Half the width of the 95 % interval. */
  BigDecimal half() {
    return sigma.multiply(NORMAL_95);
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, 6, RoundingMode.HALF_UP);
  }
}
