package org.feierabend.directory;

import java.util.Objects;
import java.util.Optional;

/** Which other system the directory follows, if any. */
public record Sources(Optional<Sync> sync) {
  public Sources {
    Objects.requireNonNull(sync, "sync");
  }
}
