package org.feierabend.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feierabend.decision.Reachabilities;
import org.feierabend.intake.Acceptance.Accepted;
import org.feierabend.intake.Acceptance.Digest;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.report.BlockPlans;
import org.feierabend.report.Indicator;
import org.feierabend.timeline.IsoWeek;

/** Reads a batch: what is late, what was seen before, and what becomes of the rest. */
public final class Assessment {
  private final Admission admission;
  private final Acceptance acceptance;
  private final Directory directory;
  private final Reachabilities reachabilities;
  private final BlockPlans blockPlans;
  private final KnownRests rests;
  private final Explanations explanations;
  private final PublishedIndicators published;

  /**
   * @param rests who rests until when
   * @param published what a quarter publishes: nothing else is counted
   */
  public Assessment(
      Admission admission,
      Acceptance acceptance,
      Directory directory,
      Reachabilities reachabilities,
      BlockPlans blockPlans,
      KnownRests rests,
      Explanations explanations,
      PublishedIndicators published) {
    this.admission = Objects.requireNonNull(admission, "admission");
    this.acceptance = Objects.requireNonNull(acceptance, "acceptance");
    this.directory = Objects.requireNonNull(directory, "directory");
    this.reachabilities = Objects.requireNonNull(reachabilities, "reachabilities");
    this.blockPlans = Objects.requireNonNull(blockPlans, "blockPlans");
    this.rests = Objects.requireNonNull(rests, "rests");
    this.explanations = Objects.requireNonNull(explanations, "explanations");
    this.published = Objects.requireNonNull(published, "published");
  }

  /**
   * @param latest events that claim a later instant are refused
   */
  Assessed assess(
      Employer employer, List<? extends Incoming.Event> events, Instant now, Instant latest) {
    return new Run(employer, now, events.size()).over(events, latest);
  }

  /** What was assessed is in the store. */
  void stored(Employer employer, Assessed found) {
    rests.moved(employer, found.restsUntil());
  }

  void openWhenPassed(Employer employer, IsoWeek week) {
    admission.open(employer, week);
  }

  private record Pending(OpenWeek week, Digest digest) {}

  private final class Run {
    private final Employer employer;
    private final Admission.Round round;
    private final Judge judge;
    private final Assessed found;
    private final Map<IsoWeek, Set<Digest>> seen = new HashMap<>();

    Run(Employer employer, Instant now, int events) {
      this.employer = employer;
      round = admission.round(employer, now);
      Rests moving = rests.rests(employer);
      judge = new Judge(employer, reachabilities.under(employer.policy()), directory, moving);
      found = Assessed.nothingYet(events, moving);
    }

    Assessed over(List<? extends Incoming.Event> events, Instant latest) {
      List<Optional<Pending>> pending = admit(events, latest);
      lookUp(pending);
      for (int i = 0; i < events.size(); i++) {
        Incoming.Event event = events.get(i);
        found
            .outcomes()
            .add(
                pending.get(i).isPresent()
                    ? take(event, pending.get(i).get())
                    : refuse(event, latest));
      }
      return found;
    }

    private List<Optional<Pending>> admit(List<? extends Incoming.Event> events, Instant latest) {
      List<Optional<Pending>> pending = new ArrayList<>(events.size());
      for (Incoming.Event event : events)
        pending.add(
            event.at().isAfter(latest)
                ? Optional.empty()
                : round
                    .admit(round.weekOf(event.at()))
                    .map(week -> new Pending(week, week.digest(event))));
      return pending;
    }

    private void lookUp(List<Optional<Pending>> pending) {
      Map<IsoWeek, List<Digest>> asked = new HashMap<>();
      for (Optional<Pending> p : pending)
        p.ifPresent(
            x -> asked.computeIfAbsent(x.week().week(), w -> new ArrayList<>()).add(x.digest()));
      asked.forEach(
          (week, digests) ->
              seen.put(week, new HashSet<>(acceptance.seen(employer, week, digests))));
    }

    private Outcome refuse(Incoming.Event event, Instant latest) {
      if (event.at().isAfter(latest)) return new Outcome.TooFarAhead(latest);
      found.refuse("late");
      return new Outcome.Late(round.weekOf(event.at()));
    }

    private Outcome take(Incoming.Event event, Pending pending) {
      IsoWeek week = pending.week().week();
      if (!seen.get(week).add(pending.digest())) {
        found.refuse("duplicate");
        return new Outcome.Duplicate();
      }
      Optional<Person> person = directory.person(employer, event.person());
      Consequence consequence =
          person
              .map(p -> judge.judge(pending.week(), p, event))
              .orElseGet(() -> Consequence.counted("unknown-person"));
      found
          .accepted()
          .add(
              new Accepted(
                  week,
                  pending.digest(),
                  consequence.deferral(),
                  consequence.total(),
                  consequence.rules(),
                  person.flatMap(p -> card(pending.week(), p, consequence)),
                  consequence.emergency()));
      consequence.answered().ifPresent(found.answers()::add);
      person.ifPresent(p -> mark(event, pending, p, consequence.indicators()));
      return person.isPresent() ? new Outcome.Accepted() : new Outcome.UnknownPerson();
    }

    private Optional<KeptCard> card(OpenWeek week, Person person, Consequence consequence) {
      return consequence
          .card()
          .filter(c -> explanations.wanted(employer, person))
          .map(c -> new KeptCard(week.key(), week.pseudonym(person.id()), c));
    }

    private void mark(
        Incoming.Event event, Pending pending, Person person, Set<Indicator> indicators) {
      if (indicators.isEmpty()) return;
      IsoWeek week = pending.week().week();
      List<Indicator> counted = published.of(employer, week.quarter());
      Optional<Integer> block = blockPlans.block(employer, week.quarter(), person);
      if (block.isEmpty()) return; // nobody outside a block is counted
      for (Indicator indicator : indicators)
        if (counted.contains(indicator))
          found
              .marks()
              .computeIfAbsent(week, w -> new ArrayList<>())
              .add(pending.week().mark(event, pending.digest(), block.get(), indicator));
    }
  }
}
