package org.feierabend.decision;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.feierabend.timeline.PersonFacts;

/**
 * One {@link Remembered} for all who share equal facts. Hashing facts costs more than a decision,
 * so the same object is found by identity first.
 */
final class People {
  private static final int SEATS = 1 << 14; // several times the people of a large employer
  private static final int MOST = 100_000; // distinct facts; beyond, all are cut anew

  private record Seat(PersonFacts facts, Remembered remembered) {}

  private final AtomicReferenceArray<Seat> seats = new AtomicReferenceArray<>(SEATS);
  private final ConcurrentMap<PersonFacts, Remembered> byFacts = new ConcurrentHashMap<>();
  private final Function<PersonFacts, Remembered> make;

  People(Function<PersonFacts, Remembered> make) {
    this.make = make;
  }

  @SuppressWarnings("ReferenceEquality") // identity is the point: equal facts are found by hash
  Remembered of(PersonFacts facts) {
    int seat = System.identityHashCode(facts) & (SEATS - 1);
    Seat taken = seats.get(seat);
    if (taken != null && taken.facts == facts) return taken.remembered;
    if (byFacts.size() > MOST) byFacts.clear();
    Remembered remembered = byFacts.computeIfAbsent(facts, make);
    seats.set(seat, new Seat(facts, remembered));
    return remembered;
  }
}
