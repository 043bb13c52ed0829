package org.feierabend.channels.http;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;

/** What units are called. */
final class UnitNames {
  private UnitNames() {}

  /** A unit that a reorganisation took away keeps its key as its name. */
  static Function<UnitId, Sentence> of(Directory directory, Employer employer) {
    Map<UnitId, Sentence> names =
        directory.units(employer).stream().collect(Collectors.toMap(Unit::id, Unit::name));
    return unit -> names.getOrDefault(unit, new Sentence(unit.value(), unit.value()));
  }
}
