package org.feierabend.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feierabend.calendar.Kept;
import org.feierabend.calendar.KeptTimes;
import org.feierabend.people.Employer;

/** Words about the calendar server in the table {@code kept_times}. */
public final class JdbcKeptTimes implements KeptTimes {
  private static final String READ =
      "SELECT person, wanted, state, digest FROM kept_times WHERE employer = ?";

  /** Whoever wants nothing and has nothing there leaves no row. */
  private static final String FORGET =
      "DELETE FROM kept_times WHERE employer = ? AND person = ? AND NOT wanted AND digest IS NULL";

  private record Row(long person, Kept kept) {}

  private final Statements sql;

  public JdbcKeptTimes(Database database) {
    sql = new Statements(database);
  }

  @Override
  public Kept of(Employer employer, long person) {
    return sql.list(READ + " AND person = ?", JdbcKeptTimes::row, employer.no(), person).stream()
        .map(Row::kept)
        .findFirst()
        .orElse(Kept.NOTHING);
  }

  @Override
  public Map<Long, Kept> all(Employer employer) {
    return sql.list(READ, JdbcKeptTimes::row, employer.no()).stream()
        .collect(Collectors.toMap(Row::person, Row::kept));
  }

  @Override
  public void want(Employer employer, long person, boolean wanted) {
    sql.update(
        "INSERT INTO kept_times (person, employer, wanted, state) VALUES (?, ?, ?, 'WAITING')"
            + " ON CONFLICT (person) DO UPDATE SET wanted = excluded.wanted, state = excluded.state",
        person,
        employer.no(),
        wanted);
    sql.update(FORGET, employer.no(), person);
  }

  @Override
  public void came(Employer employer, long person, Kept asked, Kept now) {
    sql.update(
        "UPDATE kept_times SET state = CASE WHEN wanted = ? THEN ? ELSE state END, digest = ?"
            + " WHERE employer = ? AND person = ?",
        asked.wanted(),
        now.state().name(),
        now.digest().orElse(null),
        employer.no(),
        person);
    sql.update(FORGET, employer.no(), person);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("person"),
        new Kept(
            row.getBoolean("wanted"),
            Kept.State.valueOf(row.getString("state")),
            Optional.ofNullable(row.getString("digest"))));
  }
}
