package org.feierabend.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.people.UnitId;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Arrangement.All;
import org.feierabend.telework.Arrangement.One;
import org.feierabend.telework.Arrangement.State;
import org.feierabend.telework.Arrangements;
import org.feierabend.telework.Quota;
import org.feierabend.telework.TeleworkAgreement;
import org.feierabend.telework.TeleworkAgreement.Revocation;
import org.feierabend.telework.TeleworkAgreement.Term;
import org.feierabend.telework.TeleworkAgreement.Workplace;

/** Telework agreements in PostgreSQL. */
public final class JdbcArrangements implements Arrangements {
  private static final String COLUMNS =
      "id, person, unit, state, proposer, quota, days_per_week, weekly_minutes, presence, places,"
          + " notice_days, from_day, until_day, revoked_from, revoked_grounds, equipped, risk_assessed,"
          + " residence, changed, version, renewal, checked";
  private static final String SELECT = "SELECT " + COLUMNS + " FROM telework_agreement";

  private final Database database;

  public JdbcArrangements(Database database) {
    this.database = database;
  }

  @Override
  public List<Arrangement> all(Employer employer) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                SELECT + " WHERE employer = ? ORDER BY changed DESC, id",
                JdbcArrangements::read,
                employer.no()));
  }

  @Override
  public List<Arrangement> of(Employer employer, long person) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                SELECT + " WHERE employer = ? AND person = ? ORDER BY changed DESC, id",
                JdbcArrangements::read,
                employer.no(),
                person));
  }

  @Override
  public Optional<Arrangement> find(Employer employer, UUID id) {
    return database.transaction(
        c ->
            Sql.query(
                    c,
                    SELECT + " WHERE employer = ? AND id = ?",
                    JdbcArrangements::read,
                    employer.no(),
                    id)
                .stream()
                .findFirst());
  }

  @Override
  public void add(Employer employer, Arrangement a) {
    database.transaction(c -> insert(c, employer, a));
  }

  @Override
  public boolean replace(Employer employer, Arrangement next) {
    return database.transaction(
        c -> {
          Savepoint before = c.setSavepoint();
          int gone =
              Sql.update(
                  c,
                  "DELETE FROM telework_agreement WHERE employer = ? AND id = ? AND version = ?",
                  employer.no(),
                  next.id(),
                  next.version() - 1);
          if (gone == 0) return false;
          if (next.state() == State.AGREED)
            Sql.update(
                c,
                "UPDATE telework_agreement SET state = 'REPLACED', changed = ?, version = version + 1"
                    + " WHERE employer = ? AND state = 'AGREED'"
                    + " AND (person IS NOT DISTINCT FROM ?::bigint AND unit IS NOT DISTINCT FROM ?)",
                next.changed(),
                employer.no(),
                person(next),
                unit(next));
          if (insert(c, employer, next) == 1) return true;
          c.rollback(before);
          return false;
        });
  }

  private static int insert(Connection c, Employer employer, Arrangement a) throws SQLException {
    TeleworkAgreement t = a.terms();
    return Sql.update(
        c,
        "INSERT INTO telework_agreement (employer, "
            + COLUMNS
            + ") VALUES (?, ?, ?::bigint, ?, ?, ?, ?, ?, ?::int, ?, ?, ?, ?::date, ?::date, ?::date,"
            + " ?::boolean, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        employer.no(),
        a.id(),
        person(a),
        unit(a),
        a.state().name(),
        a.proposer().name(),
        t.quota().hundredths(),
        t.daysPerWeek(),
        t.weekly().map(Duration::toMinutes).orElse(null),
        Sql.texts(c, t.presence().stream().sorted().map(Enum::name).toList()),
        Sql.texts(c, t.places().stream().sorted().toList()),
        t.noticeDays(),
        t.term().from().orElse(null),
        t.term().until().orElse(null),
        t.term().revoked().map(Revocation::from).orElse(null),
        t.term().revoked().map(Revocation::grounds).orElse(null),
        t.workplace().equipped(),
        t.workplace().riskAssessed(),
        a.residence(),
        a.changed(),
        a.version(),
        t.term().renewal(),
        Sql.texts(c, t.workplace().done().stream().sorted().toList()));
  }

  private static Long person(Arrangement a) {
    return a.whom() instanceof One one ? one.person() : null;
  }

  private static String unit(Arrangement a) {
    return a.whom() instanceof All all ? all.unit().value() : null;
  }

  private static Arrangement read(ResultSet r) throws SQLException {
    Arrangement.Whom whom =
        r.getString(3) == null ? new One(r.getLong(2)) : new All(new UnitId(r.getString(3)));
    Integer weekly = r.getObject(8, Integer.class);
    Optional<LocalDate> revoked = date(r, 14);
    TeleworkAgreement terms =
        new TeleworkAgreement(
            new Quota(r.getInt(6)),
            r.getInt(7),
            Optional.ofNullable(weekly).map(Duration::ofMinutes),
            texts(r, 9).stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
            texts(r, 10),
            r.getInt(11),
            new Term(
                date(r, 12),
                date(r, 13),
                revoked.isPresent()
                    ? Optional.of(new Revocation(revoked.get(), r.getBoolean(15)))
                    : Optional.empty(),
                r.getBoolean(21)),
            new Workplace(r.getBoolean(16), r.getBoolean(17), texts(r, 22)));
    return new Arrangement(
        r.getObject(1, UUID.class),
        whom,
        State.valueOf(r.getString(4)),
        Role.valueOf(r.getString(5)),
        terms,
        r.getString(18),
        Sql.instant(r, 19),
        r.getLong(20));
  }

  private static Optional<LocalDate> date(ResultSet r, int column) throws SQLException {
    return Optional.ofNullable(r.getObject(column, LocalDate.class));
  }

  private static Set<String> texts(ResultSet r, int column) throws SQLException {
    Array array = r.getArray(column);
    return Arrays.stream((String[]) array.getArray()).collect(Collectors.toSet());
  }
}
