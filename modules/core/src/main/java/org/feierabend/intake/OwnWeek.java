package org.feierabend.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.report.BlockPlans;
import org.feierabend.report.Mark;
import org.feierabend.report.Move;
import org.feierabend.report.WeekKey;
import org.feierabend.report.WeekKeys;
import org.feierabend.timeline.IsoWeek;

/**
 * What a person may see, say and take back of their own open weeks (Art. 15, 17, 21 GDPR). It
 * leaves no row, no total and no log line: what they say is a sealed mark among all others and dies
 * with the week's key.
 */
public final class OwnWeek {
  private static final Set<Move> SAID = EnumSet.of(Move.CONTACTED_ANYWAY, Move.ERASE, Move.OBJECT);

  private final Weeks weeks;
  private final WeekKeys keys;
  private final Marks marks;
  private final BlockPlans plans;
  private final WeekGate gate;

  public OwnWeek(Weeks weeks, WeekKeys keys, Marks marks, BlockPlans plans, WeekGate gate) {
    this.weeks = Objects.requireNonNull(weeks, "weeks");
    this.keys = Objects.requireNonNull(keys, "keys");
    this.marks = Objects.requireNonNull(marks, "marks");
    this.plans = Objects.requireNonNull(plans, "plans");
    this.gate = Objects.requireNonNull(gate, "gate");
  }

  /**
   * A week that is not released yet.
   *
   * @param counted empty when nothing is counted of the person
   */
  public record Open(IsoWeek week, Optional<Weeks.OwnCounts> counted) {}

  /** All that is counted of the person in weeks not released yet; computed now, kept nowhere. */
  public List<Open> of(Employer employer, Person person) {
    List<Open> open = new ArrayList<>();
    for (Weeks.Week week : weeks.unfinished(employer)) {
      if (week.state() == Weeks.State.RELEASED) continue; // its rows are gone
      Optional<WeekKey> key = keys.find(employer.id(), week.week());
      try {
        open.add(
            new Open(
                week.week(),
                key.flatMap(k -> weeks.counted(employer, week.week(), k.pseudonym(person.id())))));
      } catch (WeekClosed released) {
        continue; // between the question and the answer
      }
    }
    return List.copyOf(open);
  }

  /** "I was contacted anyway": for the current week, once, whatever the number of times. */
  public void contactedAnyway(Employer employer, Person person, Instant now) {
    say(Move.CONTACTED_ANYWAY, employer, person, Optional.of(IsoWeek.at(now, employer.zone())));
  }

  /** Forgets what was counted so far in every open week. */
  public void erase(Employer employer, Person person) {
    say(Move.ERASE, employer, person, Optional.empty());
  }

  /** Nothing of the open weeks counts for the person, neither so far nor from now on. */
  public void object(Employer employer, Person person) {
    say(Move.OBJECT, employer, person, Optional.empty());
  }

  private void say(Move said, Employer employer, Person person, Optional<IsoWeek> only) {
    if (!SAID.contains(said)) throw new IllegalArgumentException("Nobody says " + said + ".");
    marks.demandBroker(); // whether somebody is counted at all must not be told by an answer
    gate.passing(
        employer.id(),
        () -> {
          for (Weeks.Week week : weeks.unfinished(employer))
            if (week.state() == Weeks.State.OPEN
                && (only.isEmpty() || only.get().equals(week.week())))
              publish(said, employer, person, week.week());
          return null;
        });
  }

  /** Who is in no block is not counted, and has nothing to take back. */
  private void publish(Move said, Employer employer, Person person, IsoWeek week) {
    Optional<Integer> block = plans.block(employer, week.quarter(), person);
    if (block.isEmpty()) return;
    WeekKey key = keys.openOrCreate(employer.id(), week);
    marks.publish(
        employer,
        week,
        List.of(
            new Mark(
                key.pseudonym(person.id()), block.get(), said, key.ownDigest(said, person.id()))));
  }
}
