package org.feierabend.decision;

import java.util.Objects;

/** What one rule says about one contact. */
public sealed interface Finding {
  Reason reason();

  /** How a protection answers a contact it forbids. */
  enum Answer {
    /** Wait until a later stretch delivers. */
    WAIT,
    /** Lands without notification, and somebody looks at it. */
    REVIEW,
    TO_DEPUTY,
    REFUSE
  }

  record Protects(Protection protection, Answer answer, Reason reason) implements Finding {
    public Protects {
      Objects.requireNonNull(protection, "protection");
      Objects.requireNonNull(answer, "answer");
    }
  }

  record Exempts(Exemption exemption, Reason reason) implements Finding {}

  record Allows(Reason reason) implements Finding {}

  /** The contact goes to the unit's on-call first. */
  record ToOnCall(Reason reason) implements Finding {}

  /** The contact is received at once: where it would wait, only its notification does. */
  record Receives(Reason reason) implements Finding {}

  /** The contact never notifies. */
  record Silences(Reason reason) implements Finding {}

  /** The contact counts towards no indicator. */
  record Uncounts(Reason reason) implements Finding {}

  record Advises(Advice advice, Reason reason) implements Finding {}
}
