package org.feierabend.people;

import java.util.Objects;
import java.util.Optional;
import org.feierabend.decision.Sentence;

/**
 * An organisational unit.
 *
 * @param parent empty for a root
 * @param externalId the key of the system the unit came from
 */
public record Unit(UnitId id, Sentence name, Optional<UnitId> parent, Optional<String> externalId) {
  public Unit {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(externalId, "externalId");
  }

  public Unit(UnitId id, Sentence name, Optional<UnitId> parent) {
    this(id, name, parent, Optional.empty());
  }
}
