package org.feierabend.calendar;

import java.util.Map;
import org.feierabend.people.Employer;

/** Whose free times the calendar server keeps too: the word of each, and what came of it. */
public interface KeptTimes {
  Kept of(Employer employer, long person);

  /** Number of the person → what is remembered; nobody else's times lie there. */
  Map<Long, Kept> all(Employer employer);

  /** The person's own word. */
  void want(Employer employer, long person, boolean wanted);

  /**
   * What came of it.
   *
   * @param asked the word it was done for; when the person has taken it back meanwhile, that stands
   */
  void came(Employer employer, long person, Kept asked, Kept now);
}
