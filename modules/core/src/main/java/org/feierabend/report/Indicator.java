package org.feierabend.report;

import java.util.List;
import java.util.Optional;

/**
 * What is published of a week: how many people of a block passed the threshold (PRIVACY, section
 * 1).
 */
public enum Indicator {
  /** At least 5 contacts addressed to the person outside their windows, whatever the outcome. */
  CONTACTS_OUTSIDE("contacts-outside-window", 5),
  /** At least 1 meeting outside frame or core time. */
  MEETINGS_OUTSIDE("meetings-outside-frame", 1),
  /** At least one DELIVER during rest, or work begun before rest ended. */
  REST_CUT("rest-cut-short", 1),
  /** At least 3 meetings that begin without a break after the one before. */
  MEETING_DENSITY("meetings-without-break", 3),
  /** At least 1 day of telework. */
  TELEWORK("telework-day", 1);

  /** The most a week publishes at a time; further ones take the place of one of these. */
  public static final int MOST = 3;

  /** What a quarter publishes unless the policy names something else. */
  public static final List<Indicator> CORE = List.of(CONTACTS_OUTSIDE, MEETINGS_OUTSIDE, REST_CUT);

  private final String key;
  private final int threshold;

  Indicator(String key, int threshold) {
    this.key = key;
    this.threshold = threshold;
  }

  public String key() {
    return key;
  }

  /** The count from which a person's week passes; tallies saturate here. */
  public int threshold() {
    return threshold;
  }

  public static Optional<Indicator> byKey(String key) {
    for (Indicator i : values()) if (i.key.equals(key)) return Optional.of(i);
    return Optional.empty();
  }
}
