package org.feierabend.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.feierabend.intake.Acceptance.Lane;
import org.feierabend.intake.DeadLetters.DeadLetter;

/** One poll of an inbound topic, sorted into events, dead letters and where each lane stands. */
final class Poll {
  private static final String TOPIC_KIND = "events";

  private final List<Incoming.Event> events;
  private final List<Read> eventReads;
  private final List<DeadLetter> notUnderstood = new ArrayList<>();
  private final Map<Integer, Lane> lanes = new HashMap<>();
  private final Map<Integer, Long> nextOffsets = new HashMap<>();
  private int stripped;

  private Poll(int size) {
    events = new ArrayList<>(size);
    eventReads = new ArrayList<>(size);
  }

  static Poll of(List<Read> records) {
    Poll poll = new Poll(records.size());
    for (Read read : records) poll.add(read);
    return poll;
  }

  private void add(Read read) {
    nextOffsets.put(read.partition(), read.offset() + 1);
    if (read.translation() instanceof Translation.NotUnderstood dead) {
      notUnderstood.add(letter(read, dead.kind(), dead.rule()));
      return;
    }
    Translation.Understood understood = (Translation.Understood) read.translation();
    stripped += understood.stripped();
    if (understood.what() instanceof Incoming.ClockMarker marker)
      lanes.put(read.partition(), new Lane(marker.until(), marker.ended()));
    else {
      events.add((Incoming.Event) understood.what());
      eventReads.add(read);
    }
  }

  List<Incoming.Event> events() {
    return events;
  }

  Map<Integer, Lane> lanes() {
    return lanes;
  }

  Map<Integer, Long> nextOffsets() {
    return nextOffsets;
  }

  boolean passes(Instant weekEnd) {
    return lanes.values().stream().anyMatch(lane -> !lane.until().isBefore(weekEnd));
  }

  List<DeadLetter> deadLetters(List<Outcome> outcomes) {
    List<DeadLetter> letters = new ArrayList<>(notUnderstood);
    for (int i = 0; i < outcomes.size(); i++)
      if (outcomes.get(i) instanceof Outcome.TooFarAhead)
        letters.add(letter(eventReads.get(i), "too-far-ahead", "event-time"));
    return letters;
  }

  /** Whatever came is an event; those that could not be taken are dead letters as well. */
  void count(List<Outcome> outcomes, Map<String, Integer> totals) {
    int dead = deadLetters(outcomes).size();
    if (!events.isEmpty() || dead > 0) totals.put("events", events.size() + notUnderstood.size());
    if (dead > 0) totals.put("dead-letter", dead);
    if (stripped > 0) totals.put("stripped-field", stripped);
  }

  private static DeadLetter letter(Read read, String kind, String rule) {
    return new DeadLetter(kind, TOPIC_KIND, read.partition(), read.offset(), rule);
  }
}
