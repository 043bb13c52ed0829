package org.feierabend.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses: after some free failures each further one doubles the wait, up to a
 * quarter of an hour. Forgets after the same time without a failure.
 */
final class Throttle {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST = 10_000;

  private record Failures(int count, Instant last, Instant next) {}

  private final int free;
  private final Map<String, Failures> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST;
        }
      };

  Throttle(int free) {
    this.free = free;
  }

  /** How long this key must still wait; zero: it may try. */
  synchronized Duration wait(String key, Instant now) {
    Failures failures = known.get(key);
    if (failures == null || !now.isBefore(failures.next())) return Duration.ZERO;
    return Duration.between(now, failures.next());
  }

  synchronized void failed(String key, Instant now) {
    Failures before = known.remove(key);
    boolean stale = before == null || before.last().isBefore(now.minus(LONGEST));
    int count = stale ? 1 : before.count() + 1;
    known.put(key, new Failures(count, now, now.plus(penalty(count))));
  }

  synchronized void succeeded(String key) {
    known.remove(key);
  }

  private Duration penalty(int count) {
    if (count < free) return Duration.ZERO;
    long seconds = 1L << Math.min(count - free, 10);
    return seconds > LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds(seconds);
  }
}
