package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Employer;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Person;

/** Writes a new employer in a few statements, however many people it has. */
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
    DirectoryRows.units(c, no, d.units());
    Map<PersonId, Long> numbers = DirectoryRows.join(c, no, d.people());
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
            .map(p -> new Person(numbers.get(p.id()), p.id(), p.unit(), p.addresses(), p.facts()))
            .toList(),
        versions);
  }
}
