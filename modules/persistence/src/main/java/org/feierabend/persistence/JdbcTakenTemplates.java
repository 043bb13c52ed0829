package org.feierabend.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.contact.EmployerId;
import org.feierabend.telework.TakenTemplates;

/** Model terms from other cities, in PostgreSQL. */
public final class JdbcTakenTemplates implements TakenTemplates {
  private final Statements statements;

  public JdbcTakenTemplates(Database database) {
    statements = new Statements(database);
  }

  @Override
  public void add(EmployerId employer, Taken taken) {
    statements.update(
        "INSERT INTO telework_template VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        employer.value(),
        taken.id(),
        taken.city(),
        taken.made(),
        taken.text());
  }

  @Override
  public List<Taken> of(EmployerId employer) {
    return statements.list(
        "SELECT id, city, made, text FROM telework_template WHERE employer = ? ORDER BY city, made, id",
        JdbcTakenTemplates::taken,
        employer.value());
  }

  @Override
  public Optional<Taken> drop(EmployerId employer, UUID id) {
    return statements
        .list(
            "DELETE FROM telework_template WHERE employer = ? AND id = ? RETURNING id, city, made, text",
            JdbcTakenTemplates::taken,
            employer.value(),
            id)
        .stream()
        .findFirst();
  }

  private static Taken taken(ResultSet r) throws SQLException {
    return new Taken(
        r.getObject(1, UUID.class),
        r.getString(2),
        r.getObject(3, LocalDate.class),
        r.getString(4));
  }
}
