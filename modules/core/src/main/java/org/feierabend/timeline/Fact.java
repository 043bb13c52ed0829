package org.feierabend.timeline;

/**
 * The finite facts of a stretch: all that a rule may know of the time and of the person. Rules read
 * them by the names of {@link StretchKind}.
 */
public enum Fact {
  /** A fact is missing or in doubt: unknown zone, municipality not in the list. */
  DOUBT,
  /** Inside an availability window. */
  WINDOW,
  /** In a window outside the frame that the person set alone; cut for own hours alone. */
  OUTSIDE_FRAME,
  /** Inside the core time, in which people are expected. */
  CORE,
  /** A Sunday or a public holiday of the workplace municipality. */
  SUNDAY_OR_HOLIDAY,
  /** A Saturday; cut for minors alone. */
  SATURDAY,
  /** 24 or 31 December, free by tariff. */
  TARIFF_DAY,
  /** The afternoon of 24 or 31 December; cut for minors alone. */
  EVE_AFTERNOON,
  /** A part-timer's free day. */
  DAY_OFF,
  /** The hours until which a roster notice may reach a free day. */
  NOTICE_HOURS,
  /** The late hours 20–06 that minors and protected persons are off; cut for them alone. */
  LATE_HOURS,
  /** Vacation, parental leave, illness, training: no reason is kept. */
  ABSENT,
  /** Somebody stands in for the absent person. */
  DEPUTY,
  /** On call by roster. */
  ON_CALL,
  /** On call so closely (arrival time, frequent calls) that it may be working time. */
  CLOSE_ON_CALL,
  /** A shift runs. */
  SHIFT,
  /** The shift that runs is night work. */
  NIGHT_WORK,
  /** Daily rest after the end of work. */
  DAILY_REST,
  /** Rest that began anew after a call-out. */
  CALL_OUT_REST,
  /** The longer rest around a Sunday or holiday. */
  WEEKLY_REST,
  /** A block of work the person protects. */
  FOCUS,
  /** The break beside a meeting. */
  MEETING_BREAK,
  /** The roster leaves fewer free Sundays a year than the law asks for. */
  FEW_FREE_SUNDAYS,
  /** The person holds a duty that allows work on Sundays (ArbZG § 10). */
  SUNDAY_DUTY,
  /** The duty is one whose daily rest is an hour shorter (ArbZG § 5 Abs. 2). */
  SHORT_REST_DUTY,
  /** A civil servant, not a tariff employee. */
  BEAMTE,
  /** Under 18. */
  MINOR,
  /** A protected person (flag {@code PROTECTED}); {@code protected} is a Java keyword. */
  SHELTERED,
  /** A head of office (ArbZG § 18). */
  HEAD
}
