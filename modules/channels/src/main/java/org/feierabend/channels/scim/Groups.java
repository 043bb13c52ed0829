package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.decision.Sentence;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.Person;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.people.UnitTree;

/** What a group resource asks of the directory: a group is a unit, its members are who is in it. */
final class Groups {
  private final House house;

  Groups(House house) {
    this.house = house;
  }

  /** A new unit below the house, under the name it was given. */
  Unit fresh(ObjectNode said) {
    String name = name(said);
    if (house.named(name).isPresent())
      throw ScimError.taken("There is a group '%s' already.".formatted(name));
    return house.fresh(name, externalId(said));
  }

  DirectoryChange add(Unit fresh, ObjectNode said) {
    return change(fresh, said);
  }

  DirectoryChange replace(Unit unit, ObjectNode said) {
    String name = name(said);
    Optional<Unit> other = house.named(name).filter(u -> !u.id().equals(unit.id()));
    if (other.isPresent()) throw ScimError.taken("There is a group '%s' already.".formatted(name));
    Sentence called = name.equals(unit.name().de()) ? unit.name() : new Sentence(name, name);
    return change(new Unit(unit.id(), called, unit.parent(), externalId(said)), said);
  }

  /** Its people go to the unit above, and so do the units below. */
  DirectoryChange close(Unit unit) {
    UnitId above = unit.parent().orElse(house.root().id());
    if (above.equals(unit.id()))
      throw ScimError.of(409, "This is the house itself; as long as there are people it stays.");
    List<Unit> tree = new ArrayList<>();
    for (Unit u : house.staff.units())
      if (u.parent().filter(unit.id()::equals).isPresent()) tree.add(below(u, above));
      else if (!u.id().equals(unit.id())) tree.add(u);
    List<Person> moving = new ArrayList<>();
    for (Person person : house.people())
      if (person.unit().equals(unit.id())) moving.add(in(person, above));
    return new DirectoryChange(tree, List.of(), moving, Set.of());
  }

  private DirectoryChange change(Unit unit, ObjectNode said) {
    Map<UnitId, Unit> tree = new LinkedHashMap<>();
    for (Unit u : house.with(unit)) tree.put(u.id(), u);
    Map<String, Unit> units = new HashMap<>();
    for (Unit u : house.units()) units.put(house.id(u), u);
    Map<String, Person> people = house.peopleById();
    Set<UnitId> below = new HashSet<>();
    Map<Long, Person> moving = new LinkedHashMap<>();
    Set<Long> staying = new HashSet<>();
    for (JsonNode member : said.path("members")) {
      String id = member.path("value").asText();
      if (people.containsKey(id)) {
        Person person = people.get(id);
        staying.add(person.no());
        if (!person.unit().equals(unit.id())) moving.put(person.no(), in(person, unit.id()));
      } else if (units.containsKey(id)) below.add(units.get(id).id());
      else throw ScimError.value("The member '%s' is no user and no group here.".formatted(id));
    }
    UnitId root = house.root().id();
    for (Person person : people.values())
      if (person.unit().equals(unit.id())
          && !staying.contains(person.no())
          && !unit.id().equals(root)) moving.put(person.no(), in(person, root));
    for (Unit u : house.units()) {
      boolean is = u.parent().filter(unit.id()::equals).isPresent();
      if (below.contains(u.id()) && !is) tree.put(u.id(), below(u, unit.id()));
      if (!below.contains(u.id()) && is && !unit.id().equals(root))
        tree.put(u.id(), below(u, root));
    }
    List<Unit> after = List.copyOf(tree.values());
    try {
      UnitTree.require(after);
    } catch (IllegalArgumentException circle) {
      throw ScimError.value(circle.getMessage());
    }
    return new DirectoryChange(after, List.of(), List.copyOf(moving.values()), Set.of());
  }

  private static Person in(Person person, UnitId unit) {
    return new Person(person.no(), person.id(), unit, person.addresses(), person.facts());
  }

  private static Unit below(Unit unit, UnitId parent) {
    return new Unit(unit.id(), unit.name(), Optional.of(parent), unit.externalId());
  }

  private static String name(ObjectNode said) {
    String name = said.path("displayName").asText("").strip();
    if (name.isEmpty()) throw ScimError.value("The attribute 'displayName' is missing.");
    return name;
  }

  private static Optional<String> externalId(ObjectNode said) {
    return Optional.of(said.path("externalId").asText("")).filter(e -> !e.isBlank());
  }
}
