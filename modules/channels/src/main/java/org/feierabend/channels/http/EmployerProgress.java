package org.feierabend.channels.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.intake.Acceptance;
import org.feierabend.intake.WeekClosed;
import org.feierabend.intake.WeekTopics;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Employer;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.Releases;
import org.feierabend.timeline.IsoWeek;

/** How far the reading, tallying and closing of an employer's weeks is. */
final class EmployerProgress {
  /** Topics written ahead of the reading are looked for this many weeks. */
  private static final int WEEKS_AHEAD = 60;

  /**
   * @param lagEvents records of inbound topics that were not read yet
   * @param lagMarks marks that were not tallied yet
   * @param finished the file ended in every lane and every week is closed
   * @param totals exact for synthetic employers; absent for live ones
   */
  record Standing(
      Instant clock,
      List<String> openWeeks,
      int weeksClosed,
      long lagEvents,
      long lagMarks,
      boolean finished,
      TotalsView totals)
      implements View {}

  private final Employer employer;
  private final Weeks weeks;
  private final WeekTopics topics;
  private final Acceptance acceptance;
  private final Releases releases;

  EmployerProgress(
      Employer employer, Weeks weeks, WeekTopics topics, Acceptance acceptance, Releases releases) {
    this.employer = employer;
    this.weeks = weeks;
    this.topics = topics;
    this.acceptance = acceptance;
    this.releases = releases;
  }

  Standing at(Instant now) {
    List<IsoWeek> open = weeks.unfinished(employer).stream().map(Weeks.Week::week).toList();
    Set<IsoWeek> written = written(open, now);
    long lagEvents = 0;
    long lagMarks = 0;
    for (IsoWeek week : written) {
      lagEvents +=
          behind(topics.inboundEnd(employer, week), acceptance.inboundOffsets(employer, week));
      if (open.contains(week)) lagMarks += untallied(week);
    }
    int closed =
        (int)
            releases.ledger(employer.id()).stream()
                .filter(row -> row.type() == LedgerRow.Type.DESTROYED)
                .count();
    boolean ended = acceptance.endedLanes(employer).size() >= WeekTopics.PARTITIONS;
    return new Standing(
        now,
        open.stream().map(IsoWeek::toString).toList(),
        closed,
        lagEvents,
        lagMarks,
        ended && open.isEmpty(),
        employer.synthetic() ? TotalsView.of(acceptance.totals(employer)) : null);
  }

  /** A week that was released while we looked waits for nothing any more. */
  private long untallied(IsoWeek week) {
    try {
      return behind(topics.marksEnd(employer, week), weeks.markOffsets(employer, week));
    } catch (WeekClosed released) {
      return 0;
    }
  }

  /** Weeks not closed yet, and those already written behind them. */
  private Set<IsoWeek> written(List<IsoWeek> open, Instant now) {
    Set<IsoWeek> written = new TreeSet<>(open);
    IsoWeek next = IsoWeek.at(now, employer.zone());
    for (int i = 0; i < WEEKS_AHEAD && !topics.inboundEnd(employer, next).isEmpty(); i++) {
      written.add(next);
      next = next.next();
    }
    return written;
  }

  private static long behind(Map<Integer, Long> end, Map<Integer, Long> read) {
    long behind = 0;
    for (Map.Entry<Integer, Long> e : end.entrySet())
      behind += Math.max(0, e.getValue() - read.getOrDefault(e.getKey(), 0L));
    return behind;
  }
}
