package org.feierabend.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/**
 * Before a week is sealed by the wall clock, what lay in its inbound topic by then is read: after a
 * server has slept through the closing, the topic may hold what came in time.
 */
final class InboundRead {
  /** A topic that ends in records nobody can read (control records) must not hold a week open. */
  static final Duration PATIENCE = Duration.ofHours(1);

  private record Key(EmployerId employer, IsoWeek week) {}

  private record End(Map<Integer, Long> offsets, Instant askedAt) {}

  private final WeekTopics topics;
  private final Acceptance acceptance;
  private final Map<Key, End> ends = new ConcurrentHashMap<>();

  InboundRead(WeekTopics topics, Acceptance acceptance) {
    this.topics = topics;
    this.acceptance = acceptance;
  }

  /** In event time the lanes have passed the week's end, so its topic is read. */
  boolean done(Employer employer, IsoWeek week, Instant now) {
    if (employer.clock() == Employer.ClockKind.EVENT) return true;
    Key key = new Key(employer.id(), week);
    End end = ends.computeIfAbsent(key, k -> new End(topics.inboundEnd(employer, week), now));
    boolean done =
        reached(acceptance.inboundOffsets(employer, week), end.offsets())
            || !now.isBefore(end.askedAt().plus(PATIENCE));
    if (done) ends.remove(key);
    return done;
  }

  static boolean reached(Map<Integer, Long> read, Map<Integer, Long> end) {
    return end.entrySet().stream().allMatch(e -> read.getOrDefault(e.getKey(), 0L) >= e.getValue());
  }
}
