package org.feierabend.timeline;

import java.time.Duration;
import java.time.LocalDate;

/** The shortest unbroken rest between two working days: a number of the law, dated (ArbZG § 5). */
public interface DailyRest {
  /**
   * @param day on which the work ended; fails when no value is known for that day
   */
  Duration after(LocalDate day, PersonFacts person);
}
