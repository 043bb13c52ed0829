package org.feierabend.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
   * person and arrival; those of one person and instant together, unless they are more than a
   * batch), and hands them to {@code handOver}. Those it returns wait on until their new instant,
   * the others are deleted; when it throws all stay. Returns how many were taken: 0 means none is
   * due.
   */
  int release(
      Employer employer, Instant now, int batch, Function<List<Deferral>, List<Deferral>> handOver);

  /** What waits for one person: how many per channel, and how many come when. */
  Waiting waitingFor(Employer employer, long personNo);

  /** All that is held for one person, as it is stored; for that person alone (Art. 15 GDPR). */
  List<Deferral> heldFor(Employer employer, long personNo);

  /** Those of the ids that are still held under a ref of that source. */
  Set<String> held(Employer employer, String source, Collection<String> ids);

  record Waiting(Map<Channel, Integer> byChannel, Map<Instant, Integer> byInstant) {}

  long count(Employer employer);
}
