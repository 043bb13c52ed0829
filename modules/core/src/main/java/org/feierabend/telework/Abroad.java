package org.feierabend.telework;

/** Whose social security applies, as far as the planned share of telework says (EC 883/2004). */
public enum Abroad {
  /** Home and employer lie in the same state. */
  NO,
  /** Less than a substantial part of the work is done at home. */
  BELOW_SUBSTANTIAL,
  /** A substantial part, but less than the Framework Agreement's limit. */
  SUBSTANTIAL,
  /** The Framework Agreement's limit or more. */
  PREDOMINANT,
  /** One of the states is outside the Regulation, or unknown. */
  OUTSIDE
}
