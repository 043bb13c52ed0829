package org.feierabend.intake;

import java.util.List;
import org.feierabend.people.Employer;
import org.feierabend.report.Mark;
import org.feierabend.timeline.IsoWeek;

/** Where marks go before they are tallied. */
public interface Marks {
  /**
   * Returns when every mark is acknowledged by all replicas; throws {@link BrokerAway} when that
   * cannot be had.
   */
  void publish(Employer employer, IsoWeek week, List<Mark> marks);

  /**
   * Throws {@link BrokerAway} when the broker does not answer. Most events move no mark; whether
   * the door is open must not depend on that, or its answer would tell who counts.
   */
  default void demandBroker() {}

  /** The broker does not answer: try again later, nothing was lost. */
  final class BrokerAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokerAway(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
