package org.feierabend.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.PersonId;

/** Units and people of an employer at one moment. */
public final class Staff {
  private final List<Unit> units;
  private final Map<PersonId, Person> people;
  private final Map<UnitId, Unit> byId = new HashMap<>();

  /**
   * @param people by id; never changed by anybody after this
   */
  public Staff(List<Unit> units, Map<PersonId, Person> people) {
    this.units = List.copyOf(units);
    this.people = Objects.requireNonNull(people, "people");
    for (Unit unit : units) byId.put(unit.id(), unit);
  }

  public List<Unit> units() {
    return units;
  }

  public Map<PersonId, Person> people() {
    return people;
  }

  public Optional<Unit> unit(UnitId id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<Person> person(PersonId id) {
    return Optional.ofNullable(people.get(id));
  }

  /** Own people of every unit, without those of the units below. */
  public Map<UnitId, Integer> headcounts() {
    Map<UnitId, Integer> heads = new HashMap<>();
    for (Unit unit : units) heads.put(unit.id(), 0);
    for (Person person : people.values()) heads.merge(person.unit(), 1, Integer::sum);
    return heads;
  }
}
