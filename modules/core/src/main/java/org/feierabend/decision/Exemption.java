package org.feierabend.decision;

import java.util.EnumSet;
import java.util.Set;

/** The named exemptions, each with the protections it lifts; nothing else lifts one. */
public enum Exemption {
  /** Over everything, but never to an absent person, a minor or a protected one. */
  EMERGENCY(EnumSet.range(Protection.DAILY_REST, Protection.FOCUS)),
  /** On call, for an incident of the own duty. */
  ON_CALL(EnumSet.range(Protection.DAILY_REST, Protection.FOCUS)),
  /** A running shift. */
  SHIFT(EnumSet.of(Protection.TARIFF_DAY, Protection.DAY_OFF, Protection.WINDOW)),
  /** A running shift of somebody with a duty that allows Sunday work (ArbZG § 10). */
  SUNDAY_SHIFT(EnumSet.of(Protection.SUNDAY_OR_HOLIDAY)),
  /** Compensatory rest is booked by a tariff-based agreement (ArbZG § 7 Abs. 2 Nr. 1). */
  COMPENSATORY_REST(EnumSet.of(Protection.CALL_OUT_REST)),
  /** A head of office is warned of legal rest, not refused (ArbZG § 18 Abs. 1 Nr. 2). */
  HEAD(EnumSet.range(Protection.DAILY_REST, Protection.WEEKLY_REST)),
  /** A notice that fixes a roster day still open, on a free day and early enough. */
  ROSTER_NOTICE(EnumSet.of(Protection.DAY_OFF, Protection.WINDOW));

  private final Set<Protection> lifted;

  Exemption(Set<Protection> lifted) {
    this.lifted = lifted;
  }

  boolean lifts(Protection protection) {
    return lifted.contains(protection);
  }
}
