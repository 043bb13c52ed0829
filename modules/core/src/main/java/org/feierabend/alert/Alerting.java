package org.feierabend.alert;

/** The alert rules. */
public interface Alerting {
  AlertVerdict judge(AlertFacts facts);
}
