package org.feierabend.people;

import java.time.Instant;
import java.util.Optional;

/** Log-ins that last, known by the SHA-256 of their secret id; they survive a restart. */
public interface Sessions {
  void open(byte[] sha256, String user, Instant now, Instant expires);

  /**
   * Whose session it is, unless it has expired or lay idle since before {@code idleSince}; using it
   * counts as activity.
   */
  Optional<Account> use(byte[] sha256, Instant now, Instant idleSince);

  void close(byte[] sha256);

  /** Deletes what has expired or lies idle. */
  void sweep(Instant now, Instant idleSince);
}
