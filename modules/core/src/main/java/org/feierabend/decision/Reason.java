package org.feierabend.decision;

import java.util.Objects;

/**
 * One rule that spoke.
 *
 * @param rule the rule's id, such as {@code outside-window}
 * @param basis the article or agreement it rests on, or takes as its model
 * @param restsOn whether law or only the agreement protects here
 */
public record Reason(String rule, Sentence sentence, String basis, RestsOn restsOn) {
  public enum RestsOn {
    LAW,
    AGREEMENT
  }

  public Reason {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(restsOn, "restsOn");
  }
}
