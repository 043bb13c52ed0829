package org.feierabend.telework;

/**
 * Why a day beyond the agreement is asked for: a word of this list and no free text, for what is
 * not written cannot be kept.
 */
public enum ExceptionReason {
  /** Somebody needs care at short notice. */
  CARE,
  /** The place at the office cannot be used. */
  WORKPLACE,
  /** The way there is not to be expected of anybody: strike, storm. */
  TRAVEL,
  /** The work itself asks for it. */
  TASK,
  /** Told to HR in person. */
  TALK
}
