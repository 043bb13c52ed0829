package org.feierabend.decision;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.feierabend.timeline.PersonFacts;

/**
 * One {@link Remembered} for all who share equal facts. Hashing facts costs more than a decision,
 * so the same object is found by identity first; its seat keeps the block asked last at hand.
 */
final class People {
  private static final int SEATS = 1 << 16; // several times the people of a large employer
  private static final int NEIGHBOURS = 8; // two who would sit on one seat sit beside each other
  private static final int MOST = 100_000; // distinct facts; beyond, all are cut anew

  /**
   * Plain fields: a reader who sees an older block sees a whole one, and asks on. The number beside
   * it spares a look at a block that is not asked.
   */
  private static final class Seat {
    private final PersonFacts facts;
    private final Remembered remembered;
    private Remembered.Block last;
    private int lastNumber;

    Seat(PersonFacts facts, Remembered remembered) {
      this.facts = facts;
      this.remembered = remembered;
    }
  }

  private final AtomicReferenceArray<Seat> seats = new AtomicReferenceArray<>(SEATS);
  private final ConcurrentMap<PersonFacts, Remembered> byFacts = new ConcurrentHashMap<>();
  private final Function<PersonFacts, Remembered> make;

  People(Function<PersonFacts, Remembered> make) {
    this.make = make;
  }

  Remembered of(PersonFacts facts) {
    return seat(facts).remembered;
  }

  /** The person's block of that number. */
  Remembered.Block block(PersonFacts facts, int number) {
    Seat seat = seat(facts);
    Remembered.Block last = seat.last;
    if (seat.lastNumber == number && last != null && last.number() == number) return last;
    Remembered.Block block = seat.remembered.block(number);
    seat.last = block;
    seat.lastNumber = number;
    return block;
  }

  /** Cuts for everybody whom the other knows what the other had at hand last. */
  void takeOver(People other) {
    other.byFacts.forEach((facts, remembered) -> of(facts).cutLike(remembered));
  }

  /** A seat that was given up is free; whoever sits behind it is found by hash the next time. */
  void forget(PersonFacts facts) {
    byFacts.remove(facts);
    int first = System.identityHashCode(facts);
    for (int i = first; i < first + NEIGHBOURS; i++) {
      Seat taken = seats.getAcquire(i & (SEATS - 1));
      if (taken != null && taken.facts.equals(facts)) seats.setRelease(i & (SEATS - 1), null);
    }
  }

  @SuppressWarnings("ReferenceEquality") // identity is the point: equal facts are found by hash
  private Seat seat(PersonFacts facts) {
    int first = System.identityHashCode(facts);
    for (int i = first; i < first + NEIGHBOURS; i++) {
      Seat taken = seats.getAcquire(i & (SEATS - 1));
      if (taken == null) return sit(i, facts);
      if (taken.facts == facts) return taken;
    }
    return sit(first, facts); // whoever sat there longest is found by hash the next time
  }

  private Seat sit(int number, PersonFacts facts) {
    // what somebody has just worked is known for a day and a half, and is not worth remembering
    if (!facts.roster().worked().isEmpty()) return new Seat(facts, make.apply(facts));
    if (byFacts.size() > MOST) byFacts.clear();
    Seat seat = new Seat(facts, byFacts.computeIfAbsent(facts, make));
    seats.setRelease(number & (SEATS - 1), seat);
    return seat;
  }
}
