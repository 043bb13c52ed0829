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

  /** The broker does not answer: try again later, nothing was lost. */
  final class BrokerAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokerAway(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
