package org.feierabend.calendar;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A secret address at which somebody's free times are read; the secret itself is stored nowhere.
 */
public record Feed(UUID id, Instant created) {
  public Feed {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(created, "created");
  }
}
