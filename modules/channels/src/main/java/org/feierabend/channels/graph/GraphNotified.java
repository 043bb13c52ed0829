package org.feierabend.channels.graph;

import org.feierabend.decision.Sentence;

/** What became of one call of Graph's. */
public sealed interface GraphNotified {
  /** Counted, or none of our business. */
  record Taken() implements GraphNotified {}

  /** The door is off. */
  record NotOpen() implements GraphNotified {}

  /** A client state is not ours; nothing of the call was taken. */
  record Stranger() implements GraphNotified {}

  record TooLong() implements GraphNotified {}

  /**
   * @param pointer where the mistake is
   */
  record Refused(String pointer, Sentence sentence) implements GraphNotified {}
}
