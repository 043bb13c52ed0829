package org.feierabend.contact;

/** What kind of contact it is (DECISIONS, section 5). */
public enum ContactKind {
  MESSAGE,
  INCIDENT,
  MEETING,
  SHIFT,
  ROSTER,
  RECALL,
  CITIZEN,
  SYSTEM,
  ALERT,
  COUNCIL
}
