package org.feierabend.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/** Opens the weeks of wall-clock employers ahead of need, so that sources find their topics. */
public final class Opening {
  /** How long before its start a week is opened. */
  public static final Duration AHEAD = Duration.ofDays(1);

  private final Weeks weeks;
  private final WeekTopics topics;

  public Opening(Weeks weeks, WeekTopics topics) {
    this.weeks = Objects.requireNonNull(weeks, "weeks");
    this.topics = Objects.requireNonNull(topics, "topics");
  }

  /** Weeks of event time are opened by what is read. */
  public void openDue(Employer employer, Instant now) {
    if (employer.clock() == Employer.ClockKind.EVENT) return;
    IsoWeek current = IsoWeek.at(now, employer.zone());
    open(employer, current);
    IsoWeek soon = IsoWeek.at(now.plus(AHEAD), employer.zone());
    if (!soon.equals(current)) open(employer, soon);
  }

  private void open(Employer employer, IsoWeek week) {
    if (week.compareTo(employer.firstWeek()) < 0) return;
    weeks.open(employer, week);
    if (weeks.state(employer, week).filter(Weeks.State.OPEN::equals).isPresent())
      topics.create(employer, week);
  }
}
