package org.feierabend.policy;

/** What happens to a field of an event at the door. */
public enum Treatment {
  KEEP,
  DROP,
  COARSEN,
  REFUSE
}
