package org.feierabend.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.feierabend.people.Employer;
import org.feierabend.report.WeekKeys;
import org.feierabend.timeline.IsoWeek;

/**
 * Closes the weeks that are over: sealed, tallied to the end, released, destroyed. Every step may
 * be repeated; after a crash the next call goes on where the week's state says.
 */
public final class Closing {
  private final Weeks weeks;
  private final WeekKeys keys;
  private final WeekTopics topics;
  private final Acceptance acceptance;
  private final WeekRecords records;
  private final WeekGate gate;
  private final Duration grace;
  private final InboundRead inbound;

  /**
   * @param grace how long after its end a week still takes events (36 hours, PRIVACY section 5)
   */
  public Closing(
      Weeks weeks,
      WeekKeys keys,
      WeekTopics topics,
      Acceptance acceptance,
      WeekRecords records,
      WeekGate gate,
      Duration grace) {
    this.weeks = Objects.requireNonNull(weeks, "weeks");
    this.keys = Objects.requireNonNull(keys, "keys");
    this.topics = Objects.requireNonNull(topics, "topics");
    this.acceptance = Objects.requireNonNull(acceptance, "acceptance");
    this.records = Objects.requireNonNull(records, "records");
    this.gate = Objects.requireNonNull(gate, "gate");
    this.grace = Objects.requireNonNull(grace, "grace");
    inbound = new InboundRead(topics, acceptance);
  }

  /**
   * Closes what can be closed, oldest week first.
   *
   * @param now the employer's clock
   * @return false when a week is due that still waits for its topics to be read: call again soon
   */
  public boolean closeDue(Employer employer, Instant now) {
    boolean ended = ended(employer);
    for (Weeks.Week week : weeks.unfinished(employer)) {
      if (!ended && !due(employer, week.week(), now)) return true;
      if (!close(employer, week, now)) return false;
    }
    if (ended) topics.delete(employer, IsoWeek.at(now, employer.zone())); // holds markers only
    return true;
  }

  /** The file ended in every lane: its clock will not go on, and nothing will come. */
  public boolean ended(Employer employer) {
    return employer.clock() == Employer.ClockKind.EVENT
        && acceptance.endedLanes(employer).size() >= WeekTopics.PARTITIONS;
  }

  private boolean due(Employer employer, IsoWeek week, Instant now) {
    return !now.isBefore(week.end(employer.zone()).plus(grace));
  }

  private boolean close(Employer employer, Weeks.Week due, Instant now) {
    IsoWeek week = due.week();
    if (due.state() == Weeks.State.OPEN) {
      if (!inbound.done(employer, week, now)) return false;
      gate.shut(employer.id(), () -> weeks.seal(employer, week));
    }
    if (due.state() != Weeks.State.RELEASED && !release(employer, week)) return false;
    keys.destroy(employer.id(), week);
    topics.delete(employer, week);
    weeks.destroyed(employer, week, head -> records.destroyed(employer, week, head));
    return true;
  }

  private boolean release(Employer employer, IsoWeek week) {
    Map<Integer, Long> end = topics.marksEnd(employer, week);
    if (!InboundRead.reached(weeks.markOffsets(employer, week), end)) return false;
    try {
      weeks.release(
          employer, week, end, (sums, head) -> records.release(employer, week, sums, head));
      return true;
    } catch (Weeks.OutOfStep emptied) {
      return false; // a database crash in between: the tally reads the topic anew
    }
  }
}
