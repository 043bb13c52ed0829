package org.feierabend.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Slot;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.Stretch;

/**
 * Finds when all the invited could meet: the first quarter of an hour, not before the one asked for
 * and within four weeks, from which the whole length lies in everybody's core time and window, with
 * nothing protecting anybody.
 */
public final class CommonSlot {
  private static final Duration HORIZON = Duration.ofDays(28);
  private static final long GRID = Duration.ofMinutes(15).toMillis();

  private final Reachability reachability;

  public CommonSlot(Reachability reachability) {
    this.reachability = reachability;
  }

  public Optional<Instant> propose(
      Collection<PersonFacts> invited, ContactClass meeting, Slot asked) {
    Instant end = asked.start().plus(HORIZON).plus(asked.length());
    List<Span> common = List.of(new Span(asked.start(), end));
    for (PersonFacts p : invited) common = both(common, free(p, meeting, asked.start(), end));
    return common.stream()
        .filter(s -> !onGrid(s.from()).plus(asked.length()).isAfter(s.to()))
        .map(s -> onGrid(s.from()))
        .findFirst();
  }

  private List<Span> free(PersonFacts person, ContactClass meeting, Instant from, Instant to) {
    List<Span> free = new ArrayList<>();
    for (Stretch s : reachability.stretches(person, from, to)) {
      if (!reachability.slots().cell(s.kind(), meeting).opens()) continue;
      int last = free.size() - 1;
      if (last >= 0 && free.get(last).to().equals(s.start()))
        free.set(last, new Span(free.get(last).from(), s.end()));
      else free.add(new Span(s.start(), s.end()));
    }
    return free;
  }

  private static List<Span> both(List<Span> some, List<Span> others) {
    List<Span> both = new ArrayList<>();
    for (Span a : some)
      for (Span b : others) {
        Instant from = later(a.from(), b.from());
        Instant to = a.to().isBefore(b.to()) ? a.to() : b.to();
        if (from.isBefore(to)) both.add(new Span(from, to));
      }
    return both;
  }

  private static Instant onGrid(Instant instant) {
    return Instant.ofEpochMilli(-Math.floorDiv(-instant.toEpochMilli(), GRID) * GRID);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
