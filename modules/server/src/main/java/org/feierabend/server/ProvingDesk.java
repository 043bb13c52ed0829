package org.feierabend.server;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.feierabend.book.Proof;
import org.feierabend.book.Proofs;
import org.feierabend.book.Proposals;
import org.feierabend.book.Proving;

/**
 * Proves rule books in the background, one after the other. What is not settled is proved again
 * after a stop; what has ended the server several times is refused instead.
 */
final class ProvingDesk implements Proving, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ProvingDesk.class.getName());
  static final int MOST_WAITING = 8;
  static final int MOST_TRIES = 3;

  private final Proposals proposals;
  private final Proofs proofs;
  private final Clock clock;
  private final ExecutorService worker;
  private final Set<UUID> queued = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  ProvingDesk(Proposals proposals, Proofs proofs, ThreadFactory threads, Clock clock) {
    this.proposals = proposals;
    this.proofs = proofs;
    this.clock = clock;
    worker = Executors.newSingleThreadExecutor(threads);
  }

  @Override
  public Proof begin(byte[] zip, Instant from, Instant now) {
    int waiting = proofs.waiting().size();
    if (waiting >= MOST_WAITING) throw new Busy(waiting);
    Proof proof =
        new Proof(UUID.randomUUID(), from, now, Proof.State.PROVING, Optional.empty(), List.of());
    proofs.add(proof, zip);
    resume();
    return proof;
  }

  @Override
  public Optional<Proof> proof(UUID id) {
    return proofs.find(id);
  }

  @Override
  public List<Proof> open(Instant since) {
    return proofs.open(since);
  }

  /** Queues whatever waits and is not queued: after a start, and where something broke off. */
  void resume() {
    for (UUID id : proofs.waiting())
      if (!stopping && queued.add(id)) worker.execute(() -> prove(id));
  }

  private void prove(UUID id) {
    try {
      proofs.begin(id).ifPresent(begun -> prove(id, begun));
    } catch (RuntimeException storeAway) {
      if (!stopping) LOG.log(Level.WARNING, "A proof waits for the database.", storeAway);
    } finally {
      queued.remove(id);
    }
  }

  private void prove(UUID id, Proofs.Begun begun) {
    if (begun.tries() > MOST_TRIES) {
      proofs.refused(
          id,
          "The proof broke off %d times, with the server or in it; its log says more."
              .formatted(MOST_TRIES));
      return;
    }
    try {
      String edition = proposals.propose(begun.zip(), begun.from(), clock.instant()).edition();
      proofs.proposed(id, edition);
    } catch (Proposals.Refused refused) {
      if (!stopping) proofs.refused(id, refused.getMessage());
    } catch (StackOverflowError endless) {
      proofs.refused(id, "Something in it is nested too deeply to be read.");
    } catch (RuntimeException e) {
      if (!stopping) LOG.log(Level.ERROR, "The proof of a rule book broke off.", e);
    }
  }

  /** What is being proved goes on after the next start. */
  @Override
  public void close() {
    stopping = true;
    worker.shutdownNow();
  }
}
