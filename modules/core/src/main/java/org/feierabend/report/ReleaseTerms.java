package org.feierabend.report;

import java.util.List;
import java.util.Objects;

/**
 * Under which terms weeks are released; follows from the policy in force.
 *
 * @param edition content hash of policy and rules
 * @param indicators what is published; the more there are, the more noise each gets
 * @param rhoYear budget of any 52 consecutive weeks
 * @param sigma2 variance of the noise on every figure
 */
public record ReleaseTerms(
    String edition, List<Indicator> indicators, Rational rhoYear, Rational sigma2) {
  public ReleaseTerms {
    Objects.requireNonNull(edition, "edition");
    Objects.requireNonNull(rhoYear, "rhoYear");
    Objects.requireNonNull(sigma2, "sigma2");
    indicators = List.copyOf(indicators);
    if (indicators.isEmpty() || indicators.size() != indicators.stream().distinct().count())
      throw new IllegalArgumentException(
          "A release has at least one indicator and each once, but got %s.".formatted(indicators));
  }

  /** With the variance that spends {@code rhoYear} evenly on 52 weeks of these indicators. */
  public static ReleaseTerms of(String edition, List<Indicator> indicators, Rational rhoYear) {
    return new ReleaseTerms(
        edition, indicators, rhoYear, Odometer.sigma2(indicators.size(), rhoYear));
  }
}
