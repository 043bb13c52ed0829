package org.feierabend.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.people.Employer;
import org.feierabend.report.WeekKeys;
import org.feierabend.timeline.IsoWeek;

/** Says which weeks still count, and opens them on first need. */
public final class Admission {
  private final Weeks weeks;
  private final WeekKeys keys;
  private final Duration grace;

  /**
   * @param grace how long after its end a week still takes events (36 hours, PRIVACY section 5)
   */
  public Admission(Weeks weeks, WeekKeys keys, Duration grace) {
    this.weeks = Objects.requireNonNull(weeks, "weeks");
    this.keys = Objects.requireNonNull(keys, "keys");
    this.grace = Objects.requireNonNull(grace, "grace");
  }

  /** Weeks as they are for one batch. */
  Round round(Employer employer, Instant now) {
    return new Round(employer, now);
  }

  /** A week without events is released like any other: it must exist. */
  void open(Employer employer, IsoWeek week) {
    weeks.open(employer, week);
  }

  final class Round {
    private final Employer employer;
    private final Instant now;
    private final Map<IsoWeek, Optional<OpenWeek>> known = new HashMap<>();
    private IsoWeek last;
    private Instant lastStart = Instant.MAX;
    private Instant lastEnd = Instant.MIN;

    private Round(Employer employer, Instant now) {
      this.employer = employer;
      this.now = now;
    }

    IsoWeek weekOf(Instant at) {
      if (at.isBefore(lastStart) || !at.isBefore(lastEnd)) {
        last = IsoWeek.at(at, employer.zone());
        lastStart = last.start(employer.zone());
        lastEnd = last.end(employer.zone());
      }
      return last;
    }

    /** Empty: what belongs to this week is late. */
    Optional<OpenWeek> admit(IsoWeek week) {
      return known.computeIfAbsent(week, this::openUnlessOver);
    }

    private Optional<OpenWeek> openUnlessOver(IsoWeek week) {
      Optional<Weeks.State> state = weeks.state(employer, week);
      if (state.isEmpty()) {
        if (week.compareTo(employer.firstWeek()) < 0
            || !now.isBefore(week.end(employer.zone()).plus(grace))) return Optional.empty();
        weeks.open(employer, week);
      } else if (state.get() != Weeks.State.OPEN) return Optional.empty();
      return Optional.of(new OpenWeek(week, keys.openOrCreate(employer.id(), week)));
    }
  }
}
