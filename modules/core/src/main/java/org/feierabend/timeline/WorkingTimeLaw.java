package org.feierabend.timeline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * The numbers of the law and of agreements that a timeline is cut by, as they stand on a day; every
 * method fails when none is known for that day. Their sources are in {@code rules/parameters.yaml}.
 */
public interface WorkingTimeLaw {
  /** Shortest unbroken rest after work that ended on that day, elapsed time (ArbZG § 5). */
  Duration dailyRest(LocalDate day, PersonFacts person);

  /** What the daily rest grows by beside a Sunday or holiday (ArbZG § 11 Abs. 4). */
  Duration weeklyRest(LocalDate day, PersonFacts person);

  /** Duties whose daily rest is shorter and made up for (ArbZG § 5 Abs. 2). */
  Set<String> shortRestDuties(LocalDate day);

  /** The hours minors and protected persons are off (JArbSchG § 14; MuSchG § 5). */
  HoursOfDay lateHours(LocalDate day);

  /** From when minors are off on 24 and 31 December (JArbSchG § 18). */
  LocalTime eveAfternoon(LocalDate day);

  /** The night (ArbZG § 2 Abs. 3). */
  HoursOfDay night(LocalDate day);

  /** Work with more of the night in it is night work (ArbZG § 2 Abs. 4). */
  Duration nightWork(LocalDate day);

  /** The hours in which a roster notice may reach a free day. */
  HoursOfDay noticeHours(LocalDate day);

  /** On call with so short a time to arrive may be working time (CJEU C-344/19, C-580/19). */
  Duration closeArrival(LocalDate day);

  /** So many call-outs in one on-call duty may make working time of it. */
  int frequentCalls(LocalDate day);

  /** How long somebody on call may take to answer an emergency before it goes to all it names. */
  Duration emergencyAnswer(LocalDate day);

  /** When a second person is asked to confirm emergencies. */
  EmergencyReviews emergencyReviews(LocalDate day);

  /**
   * @param counted how far back emergencies are counted
   * @param wrong so many that were none bring a second person
   * @param confirm how long after delivery that person has
   */
  record EmergencyReviews(Duration counted, int wrong, Duration confirm) {}

  /** Shortest break beside a meeting. */
  Duration meetingBreak(LocalDate day);

  /** Until when a voluntary evening window needs nobody's agreement. */
  LocalTime eveningUntil(LocalDate day);

  /** Sundays a year that stay free (ArbZG § 11 Abs. 1). */
  int freeSundays(LocalDate day);
}
