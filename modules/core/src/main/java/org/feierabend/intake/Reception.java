package org.feierabend.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.feierabend.intake.Acceptance.Effects;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/**
 * Gives every event its effects once: marks first, acknowledged; then one transaction with all the
 * rest. A crash in between repeats the marks, and the tally knows them by their digest.
 */
public final class Reception implements Intake {
  /** How far an event may claim to be ahead of the employer's clock. */
  public static final Duration AHEAD = Duration.ofMinutes(5);

  private static final int TRIES = 3;

  private final Assessment assessment;
  private final Marks marks;
  private final DeadLetters deadLetters;
  private final Acceptance acceptance;
  private final Bells bells;
  private final WeekGate gate;

  public Reception(
      Assessment assessment,
      Marks marks,
      DeadLetters deadLetters,
      Acceptance acceptance,
      Bells bells,
      WeekGate gate) {
    this.assessment = Objects.requireNonNull(assessment, "assessment");
    this.marks = Objects.requireNonNull(marks, "marks");
    this.deadLetters = Objects.requireNonNull(deadLetters, "deadLetters");
    this.acceptance = Objects.requireNonNull(acceptance, "acceptance");
    this.bells = Objects.requireNonNull(bells, "bells");
    this.gate = Objects.requireNonNull(gate, "gate");
  }

  @Override
  public List<Outcome> accept(
      Employer employer, List<? extends Incoming.Event> events, Instant now) {
    marks.demandBroker();
    return passing(
        employer,
        () -> {
          Assessed found = assessment.assess(employer, events, now, now.plus(AHEAD));
          int ahead =
              (int) found.outcomes().stream().filter(Outcome.TooFarAhead.class::isInstance).count();
          Map<String, Integer> refused = new HashMap<>(found.refused());
          if (events.size() > ahead) refused.put("events", events.size() - ahead);
          if (!refused.isEmpty()) commit(employer, found, refused, Map.of(), Map.of());
          return found.outcomes();
        });
  }

  @Override
  public void acceptFromTopic(
      Employer employer, IsoWeek topicWeek, List<Read> records, Instant now) {
    if (records.isEmpty()) return;
    Poll poll = Poll.of(records);
    passing(
        employer,
        () -> {
          if (poll.passes(topicWeek.end(employer.zone())))
            assessment.openWhenPassed(employer, topicWeek);
          Assessed found =
              assessment.assess(employer, poll.events(), now, latest(employer, topicWeek, now));
          Map<String, Integer> refused = new HashMap<>(found.refused());
          poll.count(found.outcomes(), refused);
          List<DeadLetters.DeadLetter> letters = poll.deadLetters(found.outcomes());
          if (!letters.isEmpty()) deadLetters.publish(letters);
          commit(employer, found, refused, poll.lanes(), Map.of(topicWeek, poll.nextOffsets()));
          return null;
        });
  }

  /** In event time a topic holds its own week and what is older; nothing in it can be of later. */
  private static Instant latest(Employer employer, IsoWeek topicWeek, Instant now) {
    return employer.clock() == Employer.ClockKind.EVENT
        ? topicWeek.end(employer.zone()).minusNanos(1)
        : now.plus(AHEAD);
  }

  private void commit(
      Employer employer,
      Assessed found,
      Map<String, Integer> refused,
      Map<Integer, Acceptance.Lane> lanes,
      Map<IsoWeek, Map<Integer, Long>> offsets) {
    found.marks().forEach((week, list) -> marks.publish(employer, week, list));
    acceptance.commit(
        employer,
        new Effects(
            found.accepted(), refused, lanes, found.restsUntil(), offsets, found.answers()));
    assessment.stored(employer, found);
    Set<Instant> instants = found.bells();
    if (!instants.isEmpty() && employer.clock() == Employer.ClockKind.WALL)
      bells.ringAt(employer, instants);
  }

  /** A week that closed meanwhile makes its events late: read the batch again. */
  private <T> T passing(Employer employer, Supplier<T> batch) {
    for (int tries = 1; ; tries++) {
      try {
        return gate.passing(employer.id(), batch);
      } catch (WeekClosed closed) {
        if (tries == TRIES) throw closed;
      }
    }
  }
}
