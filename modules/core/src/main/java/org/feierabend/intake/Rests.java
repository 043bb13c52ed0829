package org.feierabend.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Who rests until when, as one batch moves it on. Keyed by person number. */
final class Rests {
  private final Supplier<Map<Long, Instant>> stored;
  private final Duration dailyRest;
  private final Map<Long, Instant> changed = new HashMap<>();
  private Map<Long, Instant> loaded;

  Rests(Supplier<Map<Long, Instant>> stored, Duration dailyRest) {
    this.stored = stored;
    this.dailyRest = dailyRest;
  }

  boolean resting(long person, Instant at) {
    if (loaded == null) loaded = stored.get();
    Instant until = changed.getOrDefault(person, loaded.get(person));
    return until != null && at.isBefore(until) && !at.isBefore(until.minus(dailyRest));
  }

  void workEnded(long person, Instant at) {
    changed.put(person, at.plus(dailyRest));
  }

  /** A rest that was cut is over. */
  void workBegan(long person, Instant at) {
    if (resting(person, at)) changed.put(person, at);
  }

  Map<Long, Instant> changed() {
    return changed;
  }
}
