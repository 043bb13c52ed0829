package org.feierabend.intake;

import java.util.Map;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/** The short-lived topics of one week: inbound events and marks. All may be repeated. */
public interface WeekTopics {
  /** Partitions of each topic; those of inbound events are the lanes of an event clock. */
  int PARTITIONS = 2;

  void create(Employer employer, IsoWeek week);

  /** Partition → end offset of the week's inbound events; empty when there is no such topic. */
  Map<Integer, Long> inboundEnd(Employer employer, IsoWeek week);

  /** Partition → end offset of the week's marks; empty when there is no such topic. */
  Map<Integer, Long> marksEnd(Employer employer, IsoWeek week);

  /** Deletes both, whole. */
  void delete(Employer employer, IsoWeek week);
}
