package org.feierabend.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.BadValue;
import org.feierabend.timeline.Absence;

/**
 * What is to become of a directory.
 *
 * @param units the tree afterwards, whole and in its order
 * @param changing people as they are afterwards
 * @param leaving who leaves the house
 */
public record DirectoryChange(
    List<Unit> units,
    List<NewEmployer.NewPerson> joining,
    List<Person> changing,
    Set<PersonId> leaving) {
  public DirectoryChange {
    units = List.copyOf(units);
    joining = List.copyOf(joining);
    changing = List.copyOf(changing);
    leaving = Set.copyOf(leaving);
  }

  public static DirectoryChange nothing(Staff now) {
    return new DirectoryChange(now.units(), List.of(), List.of(), Set.of());
  }

  public static DirectoryChange join(Staff now, NewEmployer.NewPerson person) {
    return new DirectoryChange(now.units(), List.of(person), List.of(), Set.of());
  }

  public static DirectoryChange change(Staff now, Person person) {
    return new DirectoryChange(now.units(), List.of(), List.of(person), Set.of());
  }

  public static DirectoryChange leave(Staff now, PersonId person) {
    return new DirectoryChange(now.units(), List.of(), List.of(), Set.of(person));
  }

  public boolean isNothing(Staff now) {
    return joining.isEmpty()
        && changing.isEmpty()
        && leaving.isEmpty()
        && units.equals(now.units());
  }

  /** The same, and nobody who leaves stays a colleague's deputy. */
  public DirectoryChange withoutDeputies(Staff now) {
    if (leaving.isEmpty()) return this;
    Map<PersonId, Person> changed = new LinkedHashMap<>();
    for (Person person : changing) changed.put(person.id(), person);
    for (Person standing : now.people().values()) {
      Person person = changed.getOrDefault(standing.id(), standing);
      if (leaving.contains(person.id())) continue;
      List<Absence> absences =
          person.facts().absences().stream()
              .map(a -> a.with(a.deputy().filter(d -> !leaving.contains(d))))
              .toList();
      if (!absences.equals(person.facts().absences()))
        changed.put(person.id(), person.with(person.facts().withAbsences(absences)));
    }
    return new DirectoryChange(units, joining, List.copyOf(changed.values()), leaving);
  }

  /**
   * The directory afterwards, or an IllegalArgumentException that says what is wrong with the
   * change. New people have no number yet: they stand under 0.
   */
  public Staff on(Staff now) {
    UnitTree.require(units);
    Map<PersonId, Person> people = new LinkedHashMap<>(now.people());
    for (PersonId id : leaving)
      if (people.remove(id) == null)
        throw new BadValue(
            "Jemand soll ausscheiden, der nicht im Verzeichnis steht.",
            "Somebody is to leave who is not in the directory.");
    for (Person person : changing)
      if (people.replace(person.id(), person) == null)
        throw new BadValue(
            "Jemand soll sich ändern, der nicht im Verzeichnis steht.",
            "Somebody is to change who is not in the directory.");
    for (NewEmployer.NewPerson p : joining)
      if (people.put(p.id(), new Person(0, p.id(), p.unit(), p.addresses(), p.facts())) != null)
        throw new BadValue(
            "Eine Personenkennung ist schon vergeben; Kennungen gibt es je Arbeitgeber einmal.",
            "A person id is taken already; ids are unique within their employer.");
    Staff after = new Staff(units, people);
    requireUnits(after);
    requireOwnAddresses(after);
    return after;
  }

  private static void requireUnits(Staff staff) {
    Map<UnitId, Integer> homeless = new HashMap<>();
    for (Person person : staff.people().values())
      if (staff.unit(person.unit()).isEmpty()) homeless.merge(person.unit(), 1, Integer::sum);
    homeless.forEach(
        (unit, people) -> {
          throw new BadValue(
              "%d Personen wären in der Einheit „%s“, die es nicht gäbe; bitte zuerst umsetzen oder die Einheit behalten."
                  .formatted(people, unit),
              "%d people would be in unit '%s', which would not exist; move them first, or keep the unit."
                  .formatted(people, unit));
        });
  }

  private static void requireOwnAddresses(Staff staff) {
    Set<String> external = new HashSet<>();
    Set<String> mail = new HashSet<>();
    Set<String> chat = new HashSet<>();
    for (Person person : staff.people().values()) {
      if (!person.addresses().externalId().map(external::add).orElse(true))
        throw new BadValue(
            "Zwei Personen haben dieselbe externe Kennung.",
            "Two people have the same external id.");
      for (String address : person.addresses().mail())
        if (!mail.add(address))
          throw new BadValue(
              "Zwei Personen haben dieselbe Mailadresse; bitte einer von ihnen geben.",
              "Two people have the same mail address; give it to one of them.");
      for (String address : person.addresses().chat())
        if (!chat.add(address))
          throw new BadValue(
              "Zwei Personen haben dieselbe Chatadresse; bitte einer von ihnen geben.",
              "Two people have the same chat address; give it to one of them.");
    }
  }
}
