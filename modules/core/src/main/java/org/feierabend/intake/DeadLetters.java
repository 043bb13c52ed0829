package org.feierabend.intake;

import java.util.List;

/** Where it is noted that a record could not be taken: class, place and rule, never its payload. */
public interface DeadLetters {
  /** Returns when all are acknowledged; throws {@link Marks.BrokerAway} when that cannot be had. */
  void publish(List<DeadLetter> letters);

  /**
   * @param kind what is wrong, as a code
   * @param topicKind {@code events} or {@code marks}
   */
  record DeadLetter(String kind, String topicKind, int partition, long offset, String rule) {}
}
