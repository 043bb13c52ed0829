package org.feierabend.channels.scim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Staff;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.report.Canaries;

/**
 * An employer's directory as SCIM sees it: under ids of its own, and without invented people. The
 * first unit without a parent takes in whoever is in no other.
 */
final class House {
  private static final int LONGEST = 60;

  final Employer employer;
  final Staff staff;
  private final Set<UnitId> canaries;

  House(Employer employer, Staff staff) {
    this.employer = employer;
    this.staff = staff;
    this.canaries = Canaries.units(staff.units());
  }

  /** Of a number that is given once: never another's. */
  static String id(Person person) {
    return uuid("person " + person.no());
  }

  String id(Unit unit) {
    return uuid("unit " + employer.no() + " " + unit.id());
  }

  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  List<Person> people() {
    return staff.people().values().stream().filter(p -> !canaries.contains(p.unit())).toList();
  }

  List<Unit> units() {
    return staff.units().stream().filter(u -> !canaries.contains(u.id())).toList();
  }

  /** People of each unit. */
  Map<UnitId, List<Person>> byUnit() {
    Map<UnitId, List<Person>> byUnit = new LinkedHashMap<>();
    for (Person person : people())
      byUnit.computeIfAbsent(person.unit(), u -> new ArrayList<>()).add(person);
    return byUnit;
  }

  Map<String, Person> peopleById() {
    Map<String, Person> byId = new LinkedHashMap<>();
    for (Person person : people()) byId.put(id(person), person);
    return byId;
  }

  Person person(String id) {
    for (Person person : people()) if (id(person).equals(id)) return person;
    throw ScimError.notFound(id);
  }

  Unit unit(String id) {
    for (Unit unit : units()) if (id(unit).equals(id)) return unit;
    throw ScimError.notFound(id);
  }

  Optional<Unit> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    for (Unit unit : units())
      if (unit.name().de().toLowerCase(Locale.ROOT).equals(wanted)
          || unit.name().en().toLowerCase(Locale.ROOT).equals(wanted)
          || unit.id().value().toLowerCase(Locale.ROOT).equals(wanted)) return Optional.of(unit);
    return Optional.empty();
  }

  /** The house itself; made with the first who comes where there is no unit yet. */
  Unit root() {
    return units().stream()
        .filter(u -> u.parent().isEmpty())
        .findFirst()
        .orElseGet(
            () -> new Unit(new UnitId("house"), new Sentence("Haus", "House"), Optional.empty()));
  }

  /** A new unit directly below the house. */
  Unit fresh(String name, Optional<String> externalId) {
    StringBuilder word = new StringBuilder();
    for (char c : name.strip().toLowerCase(Locale.ROOT).toCharArray())
      word.append(Character.isLetterOrDigit(c) ? c : '-');
    String base = word.length() > LONGEST ? word.substring(0, LONGEST) : word.toString();
    UnitId id = new UnitId(base);
    for (int n = 2; staff.unit(id).isPresent() || id.equals(root().id()); n++)
      id = new UnitId(base + "-" + n);
    return new Unit(
        id, new Sentence(name.strip(), name.strip()), Optional.of(root().id()), externalId);
  }

  /** The tree with some units new or changed. */
  List<Unit> with(Unit... changed) {
    Map<UnitId, Unit> tree = new LinkedHashMap<>();
    for (Unit unit : staff.units()) tree.put(unit.id(), unit);
    tree.putIfAbsent(root().id(), root());
    for (Unit unit : changed) tree.put(unit.id(), unit);
    return List.copyOf(tree.values());
  }
}
