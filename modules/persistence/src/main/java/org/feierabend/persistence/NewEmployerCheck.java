package org.feierabend.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.BadValue;
import org.feierabend.people.Addresses;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.people.UnitTree;

/** What a document about a new employer must satisfy; people are named by their place in it. */
final class NewEmployerCheck {
  private NewEmployerCheck() {}

  static void check(NewEmployer document) {
    Set<UnitId> units = new HashSet<>();
    UnitTree.require(document.units());
    for (Unit unit : document.units()) units.add(unit.id());
    people(document, units);
  }

  private static void people(NewEmployer document, Set<UnitId> units) {
    Map<PersonId, Integer> places = new HashMap<>();
    Map<String, Integer> addresses = new HashMap<>();
    int place = 0;
    for (NewEmployer.NewPerson person : document.people()) {
      place++;
      Integer before = places.putIfAbsent(person.id(), place);
      if (before != null)
        throw new BadValue(
            "Die Personen Nummer %d und %d des Dokuments haben dieselbe Kennung; Kennungen gibt es je Arbeitgeber einmal."
                .formatted(before, place),
            "People number %d and %d of the document have the same id; ids are unique within their employer."
                .formatted(before, place));
      for (String address : addresses(person.addresses())) {
        Integer owner = addresses.putIfAbsent(address, place);
        if (owner != null)
          throw new BadValue(
              "Die Personen Nummer %d und %d des Dokuments haben dieselbe Adresse; bitte einer von ihnen geben."
                  .formatted(owner, place),
              "People number %d and %d of the document share an address; give it to one of them."
                  .formatted(owner, place));
      }
      if (!units.contains(person.unit()))
        throw new BadValue(
            "Die Person Nummer %d des Dokuments ist in der Einheit „%s“, die nicht im Dokument steht."
                .formatted(place, person.unit()),
            "Person number %d of the document is in unit '%s', which is not in the document."
                .formatted(place, person.unit()));
    }
  }

  private static List<String> addresses(Addresses known) {
    List<String> all = new ArrayList<>();
    known.externalId().ifPresent(id -> all.add("external " + id));
    known.mail().forEach(address -> all.add("mail " + address));
    known.chat().forEach(address -> all.add("chat " + address));
    return all;
  }
}
