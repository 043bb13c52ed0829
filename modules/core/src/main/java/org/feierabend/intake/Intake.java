package org.feierabend.intake;

import java.time.Instant;
import java.util.List;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/**
 * Both doors hand their events in here; each event has its effects exactly once. A call that throws
 * {@link Marks.BrokerAway} or fails in the database has committed nothing and is to be repeated
 * whole.
 */
public interface Intake {
  /**
   * The HTTP door.
   *
   * @param now the employer's clock
   * @return one outcome per event, in order
   */
  List<Outcome> accept(Employer employer, List<? extends Incoming.Event> events, Instant now);

  /**
   * The Kafka door: all records of one poll from one inbound topic, in order within each partition.
   * Their offsets are committed with their effects.
   *
   * @param now the employer's clock
   */
  void acceptFromTopic(Employer employer, IsoWeek topicWeek, List<Read> records, Instant now);
}
