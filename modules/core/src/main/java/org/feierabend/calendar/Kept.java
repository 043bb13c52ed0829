package org.feierabend.calendar;

import java.util.Objects;
import java.util.Optional;

/**
 * Whether somebody's free times are kept in the calendar server too; they alone decide it.
 *
 * @param wanted whether they want it now
 * @param state what came of it last
 * @param digest of what lies there; empty: nothing of ours
 */
public record Kept(boolean wanted, State state, Optional<String> digest) {
  /** Nobody asked for it, and nothing of ours lies there. */
  public static final Kept NOTHING = new Kept(false, State.WAITING, Optional.empty());

  /** What became of it. */
  public enum State {
    /** The server was not asked yet, or is away. */
    WAITING,
    /** They lie there. */
    KEPT,
    /** The server keeps no availability (RFC 7953), as it says itself. */
    NOT_OFFERED,
    /** Our account may not write there. */
    REFUSED
  }

  public Kept {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(digest, "digest");
  }

  /** The person's word; the server hears of it in the next round. */
  public Kept wanting(boolean wants) {
    return new Kept(wants, State.WAITING, digest);
  }

  /** Whether there is nothing left to remember. */
  public boolean over() {
    return !wanted && digest.isEmpty();
  }
}
