package org.feierabend.report;

import java.util.List;

/**
 * How an average moved against another of other weeks. A move is told only where it is larger than
 * what the noise of both explains in 95 of 100 cases; exact, without rounding.
 */
public enum Change {
  HIGHER,
  LOWER,
  NOT_PROVEN,
  NOTHING_TO_COMPARE;

  /** 1.96². */
  private static final Rational NORMAL_95_SQUARED = Rational.of(38_416, 10_000);

  static Change between(List<Reading.Cell> then, List<Reading.Cell> now) {
    if (then.isEmpty() || now.isEmpty()) return NOTHING_TO_COMPARE;
    Rational moved = share(now).minus(share(then));
    Rational chance = NORMAL_95_SQUARED.times(variance(now).plus(variance(then)));
    if (moved.times(moved).compareTo(chance) <= 0) return NOT_PROVEN;
    return moved.signum() > 0 ? HIGHER : LOWER;
  }

  private static Rational share(List<Reading.Cell> cells) {
    long noised = 0;
    for (Reading.Cell cell : cells) noised = Math.addExact(noised, cell.noised());
    return Rational.of(noised).dividedBy(people(cells));
  }

  private static Rational variance(List<Reading.Cell> cells) {
    Rational sum = Rational.ZERO;
    for (Reading.Cell cell : cells) sum = sum.plus(cell.sigma2().times(Rational.of(cell.blocks())));
    Rational people = people(cells);
    return sum.dividedBy(people.times(people));
  }

  private static Rational people(List<Reading.Cell> cells) {
    long people = 0;
    for (Reading.Cell cell : cells) people = Math.addExact(people, cell.people());
    return Rational.of(people);
  }
}
