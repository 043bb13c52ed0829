package org.feierabend.decision;

import java.util.EnumSet;
import java.util.Set;

/** The named exemptions, each with the protections it lifts; nothing else lifts one. */
public enum Exemption {
  /** Over everything, but never to an absent person, a minor or a protected one. */
  EMERGENCY(EnumSet.range(Protection.SUNDAY_OR_HOLIDAY, Protection.WINDOW)),
  /** On call, for an incident of the own duty. */
  ON_CALL(EnumSet.range(Protection.SUNDAY_OR_HOLIDAY, Protection.WINDOW)),
  /** A running shift. */
  SHIFT(EnumSet.range(Protection.TARIFF_DAY, Protection.WINDOW)),
  /** A running shift of somebody with a duty that allows Sunday work (ArbZG § 10). */
  SUNDAY_SHIFT(EnumSet.of(Protection.SUNDAY_OR_HOLIDAY));

  private final Set<Protection> lifted;

  Exemption(Set<Protection> lifted) {
    this.lifted = lifted;
  }

  boolean lifts(Protection protection) {
    return lifted.contains(protection);
  }
}
