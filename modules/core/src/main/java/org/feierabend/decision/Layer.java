package org.feierabend.decision;

/**
 * Where a protection comes from, strongest first; a lower layer may protect more, never less. Above
 * all of them stand life and limb, which protect nobody here but exempt: {@link
 * Exemption#EMERGENCY}.
 */
public enum Layer {
  LAW,
  COLLECTIVE_AGREEMENT,
  SERVICE_AGREEMENT,
  PERSON
}
