package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;

/** Writes a new employer in three statements, however many people it has. */
final class NewEmployerRows {
  private NewEmployerRows() {}

  /** Returns the employer's number. */
  static int insert(Connection c, NewEmployer d) throws SQLException {
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
    people(c, no, d.people());
    return no;
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

  private static void people(Connection c, int no, List<NewEmployer.NewPerson> people)
      throws SQLException {
    Sql.update(
        c,
        "INSERT INTO person (employer, id, unit, facts) SELECT ?, p.* FROM unnest(?, ?, ?) AS p",
        no,
        Sql.texts(c, people.stream().map(p -> p.id().value()).toList()),
        Sql.texts(c, people.stream().map(p -> p.unit().value()).toList()),
        Sql.texts(c, people.stream().map(p -> FactsJson.write(p.facts())).toList()));
  }
}
