package org.feierabend.policy;

import org.feierabend.decision.Reason;

/**
 * The data-minimisation rules: what may pass the door of an event type, field by field (GDPR Art.
 * 5(1)(c)).
 */
public interface Minimisation {
  /**
   * @param eventType such as {@code org.feierabend.contact.v1}
   * @param field name of a field of its data, as it came
   */
  Verdict judge(String eventType, String field);

  /**
   * Whether an event of a type is let in at all.
   *
   * @param published whether a schema of it is published
   */
  Verdict admit(String eventType, boolean published);

  /** Treatment and the rule that says so. */
  record Verdict(Treatment treatment, Reason reason) {}
}
