package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/**
 * Who writes into a week shares its lock, who changes its state has it alone; held to the end of
 * the transaction. Row locks would not do: whoever asks to share one overtakes a writer who waits,
 * so that under steady traffic a week is never sealed. These locks are given in order of arrival.
 */
final class WeekLock {
  private WeekLock() {}

  static void share(Connection c, Employer employer, IsoWeek week) throws SQLException {
    take(c, "pg_advisory_xact_lock_shared", employer, week);
  }

  static void own(Connection c, Employer employer, IsoWeek week) throws SQLException {
    take(c, "pg_advisory_xact_lock", employer, week);
  }

  private static void take(Connection c, String function, Employer employer, IsoWeek week)
      throws SQLException {
    Sql.query(
        c,
        "SELECT " + function + "(?, ?)",
        r -> true,
        Math.toIntExact(employer.no()),
        week.year() * 100 + week.week());
  }
}
