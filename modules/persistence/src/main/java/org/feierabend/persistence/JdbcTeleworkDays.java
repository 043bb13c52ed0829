package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.feierabend.people.Employer;
import org.feierabend.telework.ExceptionReason;
import org.feierabend.telework.TeleworkDay;
import org.feierabend.telework.TeleworkDays;

/** Planned days of telework in PostgreSQL. */
public final class JdbcTeleworkDays implements TeleworkDays {
  private static final String SELECT =
      "SELECT person, day, minutes, place, standing, exception FROM telework_day WHERE employer = ?";

  private final Database database;

  public JdbcTeleworkDays(Database database) {
    this.database = database;
  }

  @Override
  public List<Planned> of(Employer employer, long person) {
    return database.transaction(c -> of(c, employer, person));
  }

  private static List<Planned> of(Connection c, Employer employer, long person)
      throws SQLException {
    return Sql.query(
        c, SELECT + " AND person = ? ORDER BY day", JdbcTeleworkDays::read, employer.no(), person);
  }

  @Override
  public List<Planned> between(Employer employer, LocalDate from, LocalDate to) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                SELECT + " AND day >= ? AND day < ? ORDER BY day, person",
                JdbcTeleworkDays::read,
                employer.no(),
                from,
                to));
  }

  @Override
  public List<Planned> asked(Employer employer) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                SELECT + " AND standing = 'ASKED' ORDER BY day, person",
                JdbcTeleworkDays::read,
                employer.no()));
  }

  @Override
  public void change(Employer employer, long person, Function<List<Planned>, Change> change) {
    database.transaction(
        c -> {
          // two requests at once would each find room for one more day
          Sql.query(
              c,
              "SELECT no FROM person WHERE employer = ? AND no = ? FOR UPDATE",
              r -> r.getLong(1),
              employer.no(),
              person);
          Change wanted = change.apply(of(c, employer, person));
          for (LocalDate gone : wanted.gone())
            Sql.update(
                c,
                "DELETE FROM telework_day WHERE employer = ? AND person = ? AND day = ?",
                employer.no(),
                person,
                gone);
          for (Planned p : wanted.put())
            Sql.update(
                c,
                "INSERT INTO telework_day (employer, person, day, minutes, place, standing, exception)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (employer, person, day) DO UPDATE SET"
                    + " minutes = excluded.minutes, place = excluded.place,"
                    + " standing = excluded.standing, exception = excluded.exception",
                employer.no(),
                person,
                p.day().date(),
                p.day().minutes(),
                p.place(),
                p.standing().name(),
                p.exception().map(Enum::name).orElse(null));
          return wanted;
        });
  }

  @Override
  public Set<Long> shown(Employer employer) {
    return database.transaction(
        c ->
            new HashSet<>(
                Sql.query(
                    c,
                    "SELECT person FROM telework_shown WHERE employer = ?",
                    r -> r.getLong(1),
                    employer.no())));
  }

  @Override
  public void show(Employer employer, long person, boolean shown) {
    database.transaction(
        c ->
            Sql.update(
                c,
                shown
                    ? "INSERT INTO telework_shown VALUES (?, ?) ON CONFLICT DO NOTHING"
                    : "DELETE FROM telework_shown WHERE employer = ? AND person = ?",
                employer.no(),
                person));
  }

  @Override
  public void forget(Employer employer, LocalDate before) {
    database.transaction(
        c ->
            Sql.update(
                c,
                "DELETE FROM telework_day WHERE employer = ? AND day < ?",
                employer.no(),
                before));
  }

  private static Planned read(ResultSet r) throws SQLException {
    return new Planned(
        r.getLong(1),
        new TeleworkDay(r.getObject(2, LocalDate.class), r.getInt(3)),
        r.getString(4),
        Standing.valueOf(r.getString(5)),
        Optional.ofNullable(r.getString(6)).map(ExceptionReason::valueOf));
  }
}
