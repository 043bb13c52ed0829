package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.measure.Measure;
import org.feierabend.measure.Measure.Proposal;
import org.feierabend.measure.Measure.State;
import org.feierabend.measure.MeasurePlan;
import org.feierabend.measure.Measures;
import org.feierabend.people.Employer;

/** Measures in PostgreSQL. */
public final class JdbcMeasures implements Measures {
  private static final String SELECT =
      "SELECT m.id, m.state, m.begun, m.done, m.changed, m.version, p.proposer, "
          + MeasurePlanRow.columns("a")
          + ", "
          + MeasurePlanRow.columns("p")
          + " FROM measure m"
          + " LEFT JOIN measure_plan a ON a.employer = m.employer AND a.measure = m.id AND a.standing = 'AGREED'"
          + " LEFT JOIN measure_plan p ON p.employer = m.employer AND p.measure = m.id AND p.standing = 'PROPOSED'"
          + " WHERE m.employer = ?";
  private static final String ORDER =
      " ORDER BY array_position(ARRAY['SHORT', 'MIDDLE', 'LONG'], coalesce(a.horizon, p.horizon)),"
          + " coalesce(a.due, p.due), m.id";
  private static final int AGREED = 8;
  private static final int PROPOSED = AGREED + MeasurePlanRow.SIZE;

  private final Database database;

  public JdbcMeasures(Database database) {
    this.database = database;
  }

  @Override
  public List<Measure> all(Employer employer) {
    return database.transaction(
        c -> Sql.query(c, SELECT + ORDER, JdbcMeasures::read, employer.no()));
  }

  @Override
  public Optional<Measure> find(Employer employer, UUID id) {
    return database.transaction(
        c ->
            Sql.query(c, SELECT + " AND m.id = ?", JdbcMeasures::read, employer.no(), id).stream()
                .findFirst());
  }

  @Override
  public void add(Employer employer, Measure m) {
    database.transaction(c -> insert(c, employer, m));
  }

  @Override
  public boolean replace(Employer employer, Measure next) {
    return database.transaction(
        c -> {
          int gone =
              Sql.update(
                  c,
                  "DELETE FROM measure WHERE employer = ? AND id = ? AND version = ?",
                  employer.no(),
                  next.id(),
                  next.version() - 1);
          if (gone == 0) return false;
          insert(c, employer, next);
          return true;
        });
  }

  private static int insert(Connection c, Employer employer, Measure m) throws SQLException {
    int added =
        Sql.update(
            c,
            "INSERT INTO measure (employer, id, state, begun, done, changed, version)"
                + " VALUES (?, ?, ?, ?::date, ?::date, ?, ?) ON CONFLICT (employer, id) DO NOTHING",
            employer.no(),
            m.id(),
            m.state().name(),
            m.begun().orElse(null),
            m.done().orElse(null),
            m.changed(),
            m.version());
    if (added == 0) return 0;
    if (m.agreed().isPresent())
      MeasurePlanRow.insert(c, employer, m.id(), "AGREED", null, m.agreed());
    if (m.proposal().isPresent()) {
      Proposal waiting = m.proposal().get();
      MeasurePlanRow.insert(c, employer, m.id(), "PROPOSED", waiting.by().name(), waiting.plan());
    }
    return added;
  }

  private static Measure read(ResultSet r) throws SQLException {
    Optional<MeasurePlan> proposed = MeasurePlanRow.read(r, PROPOSED);
    return new Measure(
        r.getObject(1, UUID.class),
        State.valueOf(r.getString(2)),
        MeasurePlanRow.read(r, AGREED),
        Optional.ofNullable(r.getString(7))
            .map(by -> new Proposal(proposed, org.feierabend.people.Role.valueOf(by))),
        Optional.ofNullable(r.getObject(3, LocalDate.class)),
        Optional.ofNullable(r.getObject(4, LocalDate.class)),
        Sql.instant(r, 5),
        r.getLong(6));
  }
}
