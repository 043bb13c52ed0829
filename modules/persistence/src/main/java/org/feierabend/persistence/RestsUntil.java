package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feierabend.people.Employer;

/** When people's rest ends; rows vanish when it has. */
final class RestsUntil {
  private RestsUntil() {}

  static void put(Connection c, Employer employer, Map<Long, Instant> rests) throws SQLException {
    if (rests.isEmpty()) return;
    Map<Long, Instant> sorted = new TreeMap<>(rests);
    Sql.update(
        c,
        "INSERT INTO rest_until (employer, person, until) SELECT ?, r.* FROM unnest(?, ?) AS r"
            + " ON CONFLICT (employer, person) DO UPDATE SET until = excluded.until",
        employer.no(),
        Sql.longs(c, List.copyOf(sorted.keySet())),
        Sql.instants(c, List.copyOf(sorted.values())));
    forgetPast(c, employer);
  }

  /**
   * An event clock stands where its slowest lane does; before two lanes are known it stands still.
   */
  static void forgetPast(Connection c, Employer employer) throws SQLException {
    String now =
        switch (employer.clock()) {
          case WALL -> "now()";
          case EVENT ->
              "(SELECT min(until) FROM lane WHERE lane.employer = rest_until.employer"
                  + " HAVING count(*) > 1)";
        };
    // a row another writer holds is left to it: two who forget must not wait for each other
    Sql.update(
        c,
        "DELETE FROM rest_until WHERE employer = ? AND person = ANY (ARRAY(SELECT person"
            + " FROM rest_until WHERE employer = ? AND until <= "
            + now
            + " FOR UPDATE SKIP LOCKED))",
        employer.no(),
        employer.no());
  }

  static Map<Long, Instant> all(Connection c, Employer employer) throws SQLException {
    Map<Long, Instant> rests = new HashMap<>();
    Sql.query(
        c,
        "SELECT person, until FROM rest_until WHERE employer = ?",
        r -> rests.put(r.getLong(1), Sql.instant(r, 2)),
        employer.no());
    return rests;
  }
}
