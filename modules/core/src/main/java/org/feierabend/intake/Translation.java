package org.feierabend.intake;

import java.util.Objects;

/** What a door made of one record. */
public sealed interface Translation {
  /**
   * @param stripped how many fields the minimisation rules took off
   */
  record Understood(Incoming what, int stripped) implements Translation {
    public Understood {
      Objects.requireNonNull(what, "what");
    }
  }

  /**
   * A dead letter.
   *
   * @param kind what is wrong, as a code: {@code unknown-type}, {@code schema}, {@code not-json} …
   * @param rule the rule or schema that says so; never a value out of the record
   */
  record NotUnderstood(String kind, String rule) implements Translation {
    public NotUnderstood {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(rule, "rule");
    }
  }
}
