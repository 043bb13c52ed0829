package org.feierabend.contact;

import java.time.Duration;
import java.time.Instant;

/** The half-open span {@code [start, end)} a meeting, a shift or a recall is to lie in. */
public record Slot(Instant start, Instant end) {
  public Slot {
    if (!start.isBefore(end))
      throw new IllegalArgumentException(
          "A slot must end after it starts, but got %s to %s.".formatted(start, end));
  }

  public static Slot of(Instant start, Duration length) {
    return new Slot(start, start.plus(length));
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  /** The same length at another time. */
  public Slot at(Instant other) {
    return of(other, length());
  }
}
