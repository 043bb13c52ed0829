package org.feierabend.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes rule books in and proves them afterwards: compiling one and trying it on its scenarios
 * takes longer than whoever brings it should wait. None is lost by a stop of the server.
 */
public interface Proving {
  /** So many wait already; nothing is kept of one more. */
  final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Busy(int waiting) {
      super("%d rule books wait to be proved; try again when one is done.".formatted(waiting));
    }
  }

  /**
   * Keeps the bundle; its proof begins as soon as those before it are done.
   *
   * @param zip a folder {@code rules/} with everything in it
   * @throws Busy when too many wait
   */
  Proof begin(byte[] zip, Instant from, Instant now);

  Optional<Proof> proof(UUID id);

  /** Those that are not settled, and those refused since then; the newest first. */
  List<Proof> open(Instant since);
}
