package org.feierabend.telework;

import java.math.BigDecimal;

/**
 * The part of the weekly average that may be telework, in hundredths of a percent: compared in
 * whole minutes, never in floating point.
 */
public record Quota(int hundredths) {
  private static final int WHOLE = 10_000;

  public Quota {
    if (hundredths < 0 || hundredths > WHOLE)
      throw new IllegalArgumentException(
          "A telework quota is 0 to 100 percent, but got %s."
              .formatted(BigDecimal.valueOf(hundredths, 2).toPlainString()));
  }

  /**
   * @param text such as {@code 40%} or {@code 37.5%}; the sign may be missing
   */
  public static Quota parse(String text) {
    try {
      BigDecimal percent = new BigDecimal(text.strip().replaceFirst("\\s*%$", ""));
      return new Quota(percent.movePointRight(2).intValueExact());
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "A quota is a percentage with at most two decimals, such as 40%% or 37.5%%, but got '%s'."
              .formatted(text),
          e);
    }
  }

  /** The smaller of both. */
  public Quota atMost(Quota other) {
    return hundredths <= other.hundredths ? this : other;
  }

  /** Whether so many minutes of so many are more than this part; exactly the quota is not. */
  public boolean isExceededBy(long minutes, long of) {
    return Math.multiplyExact(minutes, WHOLE) > Math.multiplyExact(of, hundredths);
  }

  /** The most whole minutes of so many. */
  public long of(long minutes) {
    return Math.multiplyExact(minutes, hundredths) / WHOLE;
  }

  @Override
  public String toString() {
    return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString() + " %";
  }
}
