package org.feierabend.report;

import java.util.Optional;

/**
 * What a mark does to the counters of its person in the open week. Marks carry the ordinal, so new
 * ones come last.
 */
public enum Move {
  CONTACT_OUTSIDE(Indicator.CONTACTS_OUTSIDE),
  MEETING_OUTSIDE(Indicator.MEETINGS_OUTSIDE),
  REST_CUT(Indicator.REST_CUT),
  /**
   * The person says that they were contacted anyway, on a private phone or messenger: their week
   * passes the threshold of contacts outside their windows at once and once.
   */
  CONTACTED_ANYWAY(null),
  /** Art. 17 GDPR: what was counted so far is gone; what comes later counts. */
  ERASE(null),
  /** Art. 21 GDPR: nothing of this week counts, neither before nor after. */
  OBJECT(null),
  MEETING_WITHOUT_BREAK(Indicator.MEETING_DENSITY),
  TELEWORK_DAY(Indicator.TELEWORK);

  private final Indicator indicator;

  Move(Indicator indicator) {
    this.indicator = indicator;
  }

  /** The indicator an event counts towards, once; empty for what a person says of themselves. */
  public Optional<Indicator> indicator() {
    return Optional.ofNullable(indicator);
  }

  static Move of(Indicator indicator) {
    return switch (indicator) {
      case CONTACTS_OUTSIDE -> CONTACT_OUTSIDE;
      case MEETINGS_OUTSIDE -> MEETING_OUTSIDE;
      case REST_CUT -> REST_CUT;
      case MEETING_DENSITY -> MEETING_WITHOUT_BREAK;
      case TELEWORK -> TELEWORK_DAY;
    };
  }
}
