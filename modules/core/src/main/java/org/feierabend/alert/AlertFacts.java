package org.feierabend.alert;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * All that an alert rule may know; computed by Java from releases, so that no rule counts and none
 * can know a person.
 *
 * @param about a unit's trend, or one's own sending
 * @param reported the unit is a union of published blocks; true where it is about oneself
 * @param invented the unit is one of the works council's canaries
 * @param passed the lower end of the interval has passed the policy's threshold, and had not a week
 *     before
 * @param risen the quarter is significantly higher than the one before or than a year before
 * @param offHours the sender is outside their own hours
 */
public record AlertFacts(
    About about,
    boolean reported,
    boolean invented,
    boolean passed,
    boolean risen,
    boolean offHours) {
  /** What an alert is about. */
  public enum About {
    UNIT,
    OWN_SENDING
  }

  /** One's own sending, at the moment of sending. */
  public static AlertFacts sending(boolean offHours) {
    return new AlertFacts(About.OWN_SENDING, true, false, false, false, offHours);
  }

  /**
   * A unit's trend.
   *
   * @param low lower end of the 95 % interval, per cent; empty where nothing is shown
   * @param before the same a week before; empty where nothing was shown then
   * @param threshold per cent; empty where the policy names none for the indicator
   */
  public static AlertFacts unit(
      Optional<BigDecimal> low,
      Optional<BigDecimal> before,
      Optional<BigDecimal> threshold,
      boolean risen,
      boolean invented) {
    boolean above = above(low, threshold);
    return new AlertFacts(
        About.UNIT,
        low.isPresent(),
        invented,
        above && !above(before, threshold),
        risen && low.isPresent(),
        false);
  }

  private static boolean above(Optional<BigDecimal> low, Optional<BigDecimal> threshold) {
    return low.isPresent() && threshold.isPresent() && low.get().compareTo(threshold.get()) > 0;
  }
}
