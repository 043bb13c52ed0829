package org.feierabend.timeline;

import java.time.Instant;
import java.util.Objects;

/** A half-open span of time {@code [start, end)} in which every fact about a person is constant. */
public record Stretch(Instant start, Instant end, StretchKind kind) {
  public Stretch {
    Objects.requireNonNull(kind, "kind");
    if (!start.isBefore(end))
      throw new IllegalArgumentException(
          "A stretch must end after it starts, but got %s to %s.".formatted(start, end));
  }
}
