package org.feierabend.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where rule books lie while they are proved. */
public interface Proofs {
  /**
   * One whose proof begins now.
   *
   * @param tries how often it has begun, this time included
   */
  record Begun(byte[] zip, Instant from, int tries) {}

  /** Keeps a proof that has not begun; forgets what was settled long before. */
  void add(Proof proof, byte[] zip);

  /** Those that are not settled, the oldest first. */
  List<UUID> waiting();

  /** Counts one more try; empty: it is settled, or there is none. */
  Optional<Begun> begin(UUID id);

  void proposed(UUID id, String edition);

  /**
   * @param reason file, line and reason, one a line
   */
  void refused(UUID id, String reason);

  Optional<Proof> find(UUID id);

  /** Those that are not settled, and those refused since then; the newest first. */
  List<Proof> open(Instant since);
}
