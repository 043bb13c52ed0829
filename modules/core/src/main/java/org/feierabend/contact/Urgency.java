package org.feierabend.contact;

/** How the sender classes the contact; only EMERGENCY, with a reason code, opens anything. */
public enum Urgency {
  NORMAL,
  URGENT,
  EMERGENCY
}
