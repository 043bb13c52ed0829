package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feierabend.intake.Acceptance.Lane;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/** How far was read, where the lanes stand, what was counted in all. Nothing moves back. */
final class Positions {
  private Positions() {}

  static void moveInbound(Connection c, Employer employer, IsoWeek week, Map<Integer, Long> next)
      throws SQLException {
    Map<Integer, Long> sorted = new TreeMap<>(next);
    Sql.update(
        c,
        "INSERT INTO inbound_offset AS o (employer, week, partition, next_offset)"
            + " SELECT ?, ?, n.* FROM unnest(?, ?) AS n ON CONFLICT (employer, week, partition)"
            + " DO UPDATE SET next_offset = greatest(o.next_offset, excluded.next_offset)",
        employer.no(),
        week.toString(),
        Sql.ints(c, List.copyOf(sorted.keySet())),
        Sql.longs(c, List.copyOf(sorted.values())));
  }

  static Map<Integer, Long> inbound(Connection c, Employer employer, IsoWeek week)
      throws SQLException {
    Map<Integer, Long> offsets = new TreeMap<>();
    Sql.query(
        c,
        "SELECT partition, next_offset FROM inbound_offset WHERE employer = ? AND week = ?",
        r -> offsets.put(r.getInt(1), r.getLong(2)),
        employer.no(),
        week.toString());
    return offsets;
  }

  static void moveLanes(Connection c, Employer employer, Map<Integer, Lane> lanes)
      throws SQLException {
    for (var lane : new TreeMap<>(lanes).entrySet())
      Sql.update(
          c,
          "INSERT INTO lane AS l (employer, lane, until, ended) VALUES (?, ?, ?, ?)"
              + " ON CONFLICT (employer, lane) DO UPDATE SET"
              + " until = greatest(l.until, excluded.until), ended = l.ended OR excluded.ended",
          employer.no(),
          lane.getKey(),
          lane.getValue().until(),
          lane.getValue().ended());
  }

  static Map<Integer, Lane> lanes(Connection c, Employer employer) throws SQLException {
    Map<Integer, Lane> lanes = new TreeMap<>();
    Sql.query(
        c,
        "SELECT lane, until, ended FROM lane WHERE employer = ?",
        r -> {
          Instant until = Sql.instant(r, 2);
          return lanes.put(r.getInt(1), new Lane(until, r.getBoolean(3)));
        },
        employer.no());
    return lanes;
  }

  static void addTotals(Connection c, Employer employer, Map<String, Long> counts)
      throws SQLException {
    if (counts.isEmpty()) return;
    Map<String, Long> sorted = new TreeMap<>(counts);
    Sql.update(
        c,
        "INSERT INTO total AS t (employer, name, count) SELECT ?, n.* FROM unnest(?, ?) AS n"
            + " ON CONFLICT (employer, name) DO UPDATE SET count = t.count + excluded.count",
        employer.no(),
        Sql.texts(c, List.copyOf(sorted.keySet())),
        Sql.longs(c, List.copyOf(sorted.values())));
  }

  static Map<String, Long> totals(Connection c, Employer employer) throws SQLException {
    Map<String, Long> totals = new TreeMap<>();
    Sql.query(
        c,
        "SELECT name, count FROM total WHERE employer = ?",
        r -> totals.put(r.getString(1), r.getLong(2)),
        employer.no());
    return totals;
  }
}
