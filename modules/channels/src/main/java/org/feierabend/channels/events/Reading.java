package org.feierabend.channels.events;

import java.util.Optional;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Translation;

/** What became of the bytes of one event. */
public sealed interface Reading {
  /** As the Kafka door hands it on: a dead letter carries class and rule, never a value. */
  default Translation translation() {
    if (this instanceof Understood understood)
      return new Translation.Understood(understood.incoming(), understood.stripped());
    Rejection rejection = ((Rejected) this).rejection();
    return new Translation.NotUnderstood(
        rejection.kind().code(), rejection.rule().orElse(rejection.schema()));
  }

  /**
   * @param stripped fields that the minimisation rules dropped at the door; counted, not kept
   */
  record Understood(Incoming incoming, int stripped) implements Reading {}

  /**
   * @param id the event's own id where it could be read, to answer a batch with
   */
  record Rejected(Rejection rejection, Optional<String> id) implements Reading {}
}
