package org.feierabend.decision;

/** What a rule protects, strongest layer first: law, collective agreement, service agreement. */
public enum Protection {
  /** A fact is missing or in doubt; nothing exempts from not knowing. */
  UNKNOWN,
  ABSENCE,
  MINOR,
  SHELTERED,
  DAILY_REST,
  CALL_OUT_REST,
  WEEKLY_REST,
  SUNDAY_OR_HOLIDAY,
  TARIFF_DAY,
  DAY_OFF,
  FOCUS,
  MEETING_BREAK,
  WINDOW
}
