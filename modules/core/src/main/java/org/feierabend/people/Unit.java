package org.feierabend.people;

import java.util.Objects;
import java.util.Optional;
import org.feierabend.decision.Sentence;

/** An organisational unit; {@code parent} is empty for the root. */
public record Unit(UnitId id, Sentence name, Optional<UnitId> parent) {
  public Unit {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(parent, "parent");
  }
}
