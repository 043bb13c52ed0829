package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feierabend.alert.Alert;
import org.feierabend.alert.Alerts;
import org.feierabend.people.Employer;
import org.feierabend.people.UnitId;
import org.feierabend.report.Indicator;
import org.feierabend.timeline.IsoWeek;

/** Alerts in PostgreSQL. */
public final class JdbcAlerts implements Alerts {
  private final Database database;

  public JdbcAlerts(Database database) {
    this.database = database;
  }

  @Override
  public Optional<IsoWeek> judgedUpTo(Employer employer) {
    return database.transaction(c -> judged(c, employer));
  }

  private static Optional<IsoWeek> judged(Connection c, Employer employer) throws SQLException {
    return Sql.query(
            c,
            "SELECT week FROM alert_judged WHERE employer = ? FOR UPDATE",
            r -> IsoWeek.parse(r.getString(1)),
            employer.no())
        .stream()
        .findFirst();
  }

  @Override
  public void keep(Employer employer, IsoWeek week, List<Alert> alerts, Instant at) {
    database.transaction(
        c -> {
          int moved =
              Sql.update(
                  c,
                  "INSERT INTO alert_judged AS j (employer, week) VALUES (?, ?)"
                      + " ON CONFLICT (employer) DO UPDATE SET week = excluded.week"
                      + " WHERE j.week < excluded.week",
                  employer.no(),
                  week.toString());
          if (moved == 0) return 0; // somebody else was faster
          for (Alert alert : alerts) insert(c, employer, alert, at);
          return moved;
        });
  }

  private static void insert(Connection c, Employer employer, Alert alert, Instant at)
      throws SQLException {
    Sql.update(
        c,
        "INSERT INTO alert (employer, week, unit, indicator, rule, low, high, weeks, found)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        employer.no(),
        alert.week().toString(),
        alert.unit().value(),
        alert.indicator().key(),
        alert.rule(),
        alert.low(),
        alert.high(),
        alert.weeks(),
        at);
    Sql.update(
        c,
        "INSERT INTO alert_count AS n (employer, month, rule, found) VALUES (?, ?, ?, 1)"
            + " ON CONFLICT (employer, month, rule) DO UPDATE SET found = n.found + 1",
        employer.no(),
        YearMonth.from(at.atZone(employer.zone())).toString(),
        alert.rule());
  }

  @Override
  public List<Kept> open(Employer employer, Side side) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT id, week, unit, indicator, rule, low, high, weeks, found FROM alert"
                    + " WHERE employer = ? AND NOT "
                    + column(side)
                    + " ORDER BY week DESC, id",
                JdbcAlerts::kept,
                employer.no()));
  }

  @Override
  public boolean acknowledge(Employer employer, long id, Side side) {
    return database.transaction(
        c -> {
          List<Noted> noted =
              Sql.query(
                  c,
                  "UPDATE alert SET %1$s = true WHERE employer = ? AND id = ? AND NOT %1$s"
                          .formatted(column(side))
                      + " RETURNING found, rule",
                  r -> new Noted(Sql.instant(r, 1), r.getString(2)),
                  employer.no(),
                  id);
          for (Noted n : noted)
            Sql.update(
                c,
                "UPDATE alert_count SET %1$s = %1$s + 1".formatted(column(side))
                    + " WHERE employer = ? AND month = ? AND rule = ?",
                employer.no(),
                YearMonth.from(n.found().atZone(employer.zone())).toString(),
                n.rule());
          return !noted.isEmpty();
        });
  }

  private record Noted(Instant found, String rule) {}

  @Override
  public void forget(Employer employer, Instant before) {
    database.transaction(
        c ->
            Sql.update(
                c, "DELETE FROM alert WHERE employer = ? AND found < ?", employer.no(), before));
  }

  private static String column(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  private static Kept kept(ResultSet r) throws SQLException {
    return new Kept(
        r.getLong(1),
        new Alert(
            IsoWeek.parse(r.getString(2)),
            new UnitId(r.getString(3)),
            Indicator.byKey(r.getString(4)).orElseThrow(),
            r.getString(5),
            r.getBigDecimal(6),
            r.getBigDecimal(7),
            r.getInt(8)),
        Sql.instant(r, 9));
  }
}
