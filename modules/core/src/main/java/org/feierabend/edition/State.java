package org.feierabend.edition;

/** Where an edition stands. What HR is still writing is a draft, and nobody else's business. */
public enum State {
  /** HR has signed it and the council has not. */
  PROPOSED,
  /** The same, and employees are asked. */
  CONSULTATION,
  REJECTED,
  /** Both have signed it; its date is yet to come. */
  SIGNED,
  IN_FORCE,
  SUPERSEDED,
  /** Its term or notice has run out. */
  ENDED,
  /** Another edition has its number. */
  OVERTAKEN,
  /** Signed by both, but its document is missing, another, or refused by the law of today. */
  BROKEN
}
