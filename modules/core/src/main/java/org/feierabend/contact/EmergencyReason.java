package org.feierabend.contact;

/**
 * Reason codes of an EMERGENCY (ArbZG § 14 Abs. 1); codes only, never free text. NONE for
 * everything else.
 */
public enum EmergencyReason {
  NONE,
  FIRE,
  FLOOD,
  STORM,
  ACCIDENT,
  MEDICAL,
  THREAT,
  OUTAGE,
  HAZARDOUS_MATERIAL,
  CHILD_PROTECTION
}
