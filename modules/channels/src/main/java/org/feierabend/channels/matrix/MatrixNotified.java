package org.feierabend.channels.matrix;

import java.util.List;
import org.feierabend.decision.Sentence;

/** What became of one push. */
public sealed interface MatrixNotified {
  /**
   * @param rejected pushkeys the gateway behind us does not know; never one whose owner rests
   */
  record Taken(List<String> rejected) implements MatrixNotified {}

  record NotOpen() implements MatrixNotified {}

  record TooLong() implements MatrixNotified {}

  /** The homeserver is to send it again. */
  record GatewayAway() implements MatrixNotified {}

  /**
   * @param pointer where the mistake is
   */
  record Refused(String pointer, Sentence sentence) implements MatrixNotified {}
}
