package org.feierabend.persistence;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.feierabend.people.Employer;
import org.feierabend.telework.Resident;
import org.feierabend.telework.Residents;

/** States of residence and contract weeks in PostgreSQL. */
public final class JdbcResidents implements Residents {
  private final Database database;

  public JdbcResidents(Database database) {
    this.database = database;
  }

  @Override
  public Resident of(Employer employer, long person) {
    return database.transaction(
        c ->
            Sql.query(
                    c,
                    "SELECT state, weekly_minutes, version FROM telework_resident WHERE employer = ? AND person = ?",
                    r ->
                        new Resident(
                            Optional.ofNullable(r.getString(1)),
                            Optional.ofNullable(r.getObject(2, Integer.class))
                                .map(Duration::ofMinutes),
                            r.getLong(3)),
                    employer.no(),
                    person)
                .stream()
                .findFirst()
                .orElse(Resident.UNSAID));
  }

  @Override
  public Set<Long> elsewhere(Employer employer, String state) {
    return database.transaction(
        c ->
            new HashSet<>(
                Sql.query(
                    c,
                    "SELECT person FROM telework_resident WHERE employer = ? AND state <> ?",
                    r -> r.getLong(1),
                    employer.no(),
                    state)));
  }

  @Override
  public boolean keep(Employer employer, long person, Resident next) {
    return database.transaction(
            c ->
                Sql.update(
                    c,
                    "INSERT INTO telework_resident AS r (employer, person, state, weekly_minutes, version)"
                        + " VALUES (?, ?, ?, ?::int, ?) ON CONFLICT (employer, person) DO UPDATE SET"
                        + " state = excluded.state, weekly_minutes = excluded.weekly_minutes,"
                        + " version = excluded.version WHERE r.version = excluded.version - 1",
                    employer.no(),
                    person,
                    next.state().orElse(null),
                    next.weekly().map(Duration::toMinutes).orElse(null),
                    next.version()))
        == 1;
  }
}
