package org.feierabend.channels.kafka;

import org.feierabend.contact.EmployerId;
import org.feierabend.timeline.IsoWeek;

/** How topics are called. */
public final class TopicNames {
  public static final String RELEASES_OF_CONTACTS = "feierabend.releases-of-contacts";
  public static final String DEAD_LETTERS = "feierabend.dead-letters";
  public static final String REPORTS = "feierabend.reports";

  private TopicNames() {}

  /** CloudEvents of one employer and week, as sources send them. */
  public static String events(EmployerId employer, IsoWeek week) {
    return "feierabend.events.%s.%s".formatted(employer, week);
  }

  /** Sealed marks of one employer and week. */
  public static String marks(EmployerId employer, IsoWeek week) {
    return "feierabend.marks.%s.%s".formatted(employer, week);
  }
}
