package org.feierabend.policy;

import java.time.Period;
import java.util.Optional;

/**
 * What a policy limits telework to, beside its quota; what it is silent about stays as the rule
 * book has it.
 *
 * @param daysPerWeek most telework days of one week
 * @param term longest term of an agreement
 * @param trial the time in which a revocation needs no reasons
 * @param notice between a revocation and its first day
 */
public record TeleworkLimits(
    int daysPerWeek, Optional<Period> term, Optional<Period> trial, Optional<Period> notice) {
  public static final TeleworkLimits NONE =
      new TeleworkLimits(7, Optional.empty(), Optional.empty(), Optional.empty());

  public TeleworkLimits {
    if (daysPerWeek < 0 || daysPerWeek > 7)
      throw new IllegalArgumentException(
          "A week has 0 to 7 telework days, but got %d.".formatted(daysPerWeek));
  }
}
