package org.feierabend.calendar;

import java.time.Instant;

/** Takes somebody's proposal to the organiser of a meeting, when they say so. */
public interface CounterPost {
  enum Posted {
    SENT,
    /** Nothing here sends them; the person hands the file on themselves. */
    OFF,
    AWAY
  }

  /** Whether proposals can be sent from here. */
  boolean open();

  /**
   * @param from mail address of whoever proposes
   * @param start when the meeting should begin instead
   */
  Posted post(Invitation invitation, String from, Instant start, Instant now);
}
