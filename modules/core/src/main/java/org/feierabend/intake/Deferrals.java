package org.feierabend.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.feierabend.contact.Channel;
import org.feierabend.people.Employer;

/** What is held until later. Written by {@link Acceptance}; deleted when released. */
public interface Deferrals {
  /**
   * The distinct instants at which something is to be released, soonest first, at most {@code
   * limit}.
   */
  List<Instant> bells(Employer employer, int limit);

  Optional<Instant> nextBell(Employer employer);

  /**
   * Takes up to {@code batch} deferrals due at {@code now} (FOR UPDATE SKIP LOCKED, by instant,
   * then arrival), hands them to {@code handOver}, and deletes them when it returns; when it throws
   * they stay. Returns how many were released: 0 means none is due.
   */
  int release(Employer employer, Instant now, int batch, Consumer<List<Deferral>> handOver);

  /** What waits for one person: how many per channel, and how many come when. */
  Waiting waitingFor(Employer employer, long personNo);

  /** All that is held for one person, as it is stored; for that person alone (Art. 15 GDPR). */
  List<Deferral> heldFor(Employer employer, long personNo);

  record Waiting(Map<Channel, Integer> byChannel, Map<Instant, Integer> byInstant) {}

  long count(Employer employer);
}
