package org.feierabend.channels.kafka;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.feierabend.channels.kafka.Assignment.Source;
import org.feierabend.channels.schedule.EmployerClock;
import org.feierabend.contact.EmployerId;
import org.feierabend.intake.Acceptance;
import org.feierabend.intake.WeekTopics;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/** Says which inbound partitions of one lane are to be read now. */
final class InboundPlan {
  private final Directory directory;
  private final Weeks weeks;
  private final Acceptance acceptance;
  private final WeekTopics topics;
  private final int lane;
  private final Set<EmployerId> ended = new HashSet<>();

  InboundPlan(
      Directory directory, Weeks weeks, Acceptance acceptance, WeekTopics topics, int lane) {
    this.directory = directory;
    this.weeks = weeks;
    this.acceptance = acceptance;
    this.topics = topics;
    this.lane = lane;
  }

  Map<TopicPartition, Source> now() {
    Map<TopicPartition, Source> wanted = new HashMap<>();
    for (Employer employer : directory.employers()) {
      if (employer.clock() == Employer.ClockKind.WALL) openWeeks(employer, wanted);
      else if (!ended.contains(employer.id())) nextWeek(employer, wanted);
    }
    return wanted;
  }

  /** By the wall clock all weeks that still take or count events as late are read at once. */
  private void openWeeks(Employer employer, Map<TopicPartition, Source> wanted) {
    for (Weeks.Week week : weeks.unfinished(employer))
      if (week.state() == Weeks.State.OPEN || week.state() == Weeks.State.SEALED)
        read(employer, week.week(), wanted);
  }

  /**
   * In event time each lane is read week by week. The faster lane waits when it is more than a week
   * ahead, so that two weeks are open at once and not twenty.
   */
  private void nextWeek(Employer employer, Map<TopicPartition, Source> wanted) {
    if (acceptance.endedLanes(employer).contains(lane)) {
      ended.add(employer.id());
      return;
    }
    Map<Integer, Instant> reached = acceptance.lanes(employer);
    IsoWeek slowest = IsoWeek.at(EmployerClock.slowest(employer, reached), employer.zone());
    IsoWeek week =
        reached.containsKey(lane)
            ? IsoWeek.at(reached.get(lane), employer.zone())
            : employer.firstWeek();
    if (week.compareTo(slowest.next()) <= 0) read(employer, week, wanted);
  }

  private void read(Employer employer, IsoWeek week, Map<TopicPartition, Source> wanted) {
    topics.create(employer, week);
    wanted.put(
        new TopicPartition(TopicNames.events(employer.id(), week), lane),
        new Source(employer, week));
  }
}
