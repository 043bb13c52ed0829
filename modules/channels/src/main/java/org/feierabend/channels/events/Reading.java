package org.feierabend.channels.events;

import java.util.Optional;
import org.feierabend.intake.Incoming;

/** What became of the bytes of one event. */
public sealed interface Reading {
  /**
   * @param stripped fields that the minimisation rules dropped at the door; counted, not kept
   */
  record Understood(Incoming incoming, int stripped) implements Reading {}

  /**
   * @param id the event's own id where it could be read, to answer a batch with
   */
  record Rejected(Rejection rejection, Optional<String> id) implements Reading {}
}
