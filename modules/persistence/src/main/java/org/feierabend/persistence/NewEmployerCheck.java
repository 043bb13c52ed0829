package org.feierabend.persistence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;

/** What a document about a new employer must satisfy; people are named by their place in it. */
final class NewEmployerCheck {
  private NewEmployerCheck() {}

  static void check(NewEmployer document) {
    Set<UnitId> units = new HashSet<>();
    for (Unit unit : document.units())
      if (!units.add(unit.id()))
        throw new IllegalArgumentException(
            "Unit '%s' occurs twice; a unit id is unique within its employer."
                .formatted(unit.id()));
    for (Unit unit : document.units())
      if (unit.parent().filter(p -> !units.contains(p)).isPresent())
        throw new IllegalArgumentException(
            "Unit '%s' names the parent '%s', which is not in the document."
                .formatted(unit.id(), unit.parent().orElseThrow()));
    refuseLoops(document.units());
    people(document, units);
  }

  private static void people(NewEmployer document, Set<UnitId> units) {
    Map<PersonId, Integer> places = new HashMap<>();
    int place = 0;
    for (NewEmployer.NewPerson person : document.people()) {
      place++;
      Integer before = places.putIfAbsent(person.id(), place);
      if (before != null)
        throw new IllegalArgumentException(
            "People number %d and %d of the document have the same id; ids are unique within their employer."
                .formatted(before, place));
      if (!units.contains(person.unit()))
        throw new IllegalArgumentException(
            "Person number %d of the document is in unit '%s', which is not in the document."
                .formatted(place, person.unit()));
    }
  }

  private static void refuseLoops(List<Unit> units) {
    Map<UnitId, Unit> byId = new HashMap<>();
    for (Unit unit : units) byId.put(unit.id(), unit);
    for (Unit unit : units) {
      int steps = 0;
      for (Unit up = unit; up.parent().isPresent(); up = byId.get(up.parent().get()))
        if (++steps > units.size())
          throw new IllegalArgumentException(
              "Unit '%s' is among its own parents; units form a tree.".formatted(unit.id()));
    }
  }
}
