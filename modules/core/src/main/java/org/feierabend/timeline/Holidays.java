package org.feierabend.timeline;

import java.time.LocalDate;

/**
 * Which dates are public holidays at a workplace, and which are free by tariff. Sundays are no
 * business of this port.
 */
public interface Holidays {
  /** What is known of a date: a municipality missing in the list leaves some dates in doubt. */
  enum Answer {
    HOLIDAY,
    WORKDAY,
    UNKNOWN
  }

  /**
   * @param municipality official key (Amtlicher Gemeindeschlüssel) of the workplace, as declared
   */
  Answer on(LocalDate date, String municipality);

  /** Free by tariff, not by law (TVöD § 6 Abs. 3, BayAzV § 5 Abs. 2). */
  boolean isTariffDay(LocalDate date);
}
