package org.feierabend.door;

import java.time.Instant;
import java.util.Optional;
import org.feierabend.contact.Channel;
import org.feierabend.contact.EmployerId;

/**
 * A way in or out beside a server people already run. It is off until it is configured, and tells
 * the operator the truth: every answer is of the moment of asking.
 */
public interface Door {
  /** The word it goes by in settings and on the page, such as {@code mail}. */
  String name();

  /**
   * The channel whose {@code away} in the signed policy says what happens while the engine is away;
   * empty where nothing waits for the engine.
   */
  default Optional<Channel> channel() {
    return Optional.empty();
  }

  /** Whether the other side sends again by itself what the engine could not take. */
  default boolean repeated() {
    return false;
  }

  /** Whose people it serves; empty until it is configured. */
  Optional<EmployerId> employer();

  Standing standing();

  /** When the last event came through it since the start, to the quarter of an hour. */
  Optional<Instant> lastEvent();
}
