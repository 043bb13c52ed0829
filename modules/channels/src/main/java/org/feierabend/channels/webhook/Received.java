package org.feierabend.channels.webhook;

import org.feierabend.decision.Sentence;
import org.feierabend.intake.Outcome;

/** What became of one webhook. */
public sealed interface Received {
  /** It became an event. */
  record Taken(Outcome outcome) implements Received {}

  /** Read, and none of the mapped events fits it; nothing is counted. */
  record NotMeant() implements Received {}

  /** No source of that name is open. */
  record NoSuchSource() implements Received {}

  /** The source did not show that it is the one. */
  record Unproven() implements Received {}

  /** Longer than a message may be. */
  record TooLong() implements Received {}

  /**
   * @param pointer where in the webhook, or the header, the mistake is
   */
  record NotUnderstood(String pointer, Sentence sentence) implements Received {}
}
