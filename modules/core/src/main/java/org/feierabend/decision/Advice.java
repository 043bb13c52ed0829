package org.feierabend.decision;

/** Codes for people to act on; they never change an outcome. */
public enum Advice {
  WARN_LEGAL,
  REVIEW,
  SUBSTITUTE_REST_DAY,
  COMPENSATORY_REST,
  NOT_BINDING,
  TO_DEPUTY,
  NIGHT_WORK
}
