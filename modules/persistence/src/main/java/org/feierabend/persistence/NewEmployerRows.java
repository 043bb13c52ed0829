package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Employer;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Person;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;

/** Writes a new employer in three statements, however many people it has. */
final class NewEmployerRows {
  private NewEmployerRows() {}

  static DirectorySnapshot insert(Connection c, NewEmployer d) throws SQLException {
    int no =
        Sql.query(
                c,
                """
                INSERT INTO employer (id, name, zone, municipality, clock, first_week, synthetic, policy)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING no""",
                r -> r.getInt(1),
                d.id().value(),
                d.name(),
                d.zone().getId(),
                d.municipality(),
                d.clock().name(),
                d.firstWeek().toString(),
                d.synthetic(),
                d.policy())
            .get(0);
    units(c, no, d.units());
    Map<PersonId, Long> numbers = people(c, no, d.people());
    Map<PersonId, Long> versions = new HashMap<>();
    numbers.keySet().forEach(id -> versions.put(id, 1L));
    return DirectorySnapshot.of(
        new Employer(
            d.id(),
            no,
            d.name(),
            d.zone(),
            d.municipality(),
            d.clock(),
            d.firstWeek(),
            d.synthetic(),
            d.policy()),
        d.units(),
        d.people().stream()
            .map(p -> new Person(numbers.get(p.id()), p.id(), p.unit(), p.facts()))
            .toList(),
        versions);
  }

  private static void units(Connection c, int no, List<Unit> units) throws SQLException {
    List<String> parents = new ArrayList<>(); // may hold null
    for (Unit unit : units) parents.add(unit.parent().map(UnitId::value).orElse(null));
    Sql.update(
        c,
        """
        INSERT INTO unit (employer, id, name_de, name_en, parent, position)
        SELECT ?, u.* FROM unnest(?, ?, ?, ?) WITH ORDINALITY AS u""",
        no,
        Sql.texts(c, units.stream().map(u -> u.id().value()).toList()),
        Sql.texts(c, units.stream().map(u -> u.name().de()).toList()),
        Sql.texts(c, units.stream().map(u -> u.name().en()).toList()),
        Sql.texts(c, parents));
  }

  private static Map<PersonId, Long> people(
      Connection c, int no, List<NewEmployer.NewPerson> people) throws SQLException {
    Map<PersonId, Long> numbers = new HashMap<>();
    Sql.query(
        c,
        "INSERT INTO person (employer, id, unit, facts) SELECT ?, p.* FROM unnest(?, ?, ?) AS p"
            + " RETURNING id, no",
        r -> numbers.put(new PersonId(r.getString(1)), r.getLong(2)),
        no,
        Sql.texts(c, people.stream().map(p -> p.id().value()).toList()),
        Sql.texts(c, people.stream().map(p -> p.unit().value()).toList()),
        Sql.texts(c, people.stream().map(p -> FactsJson.write(p.facts())).toList()));
    return numbers;
  }
}
