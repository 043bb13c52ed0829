package org.feierabend.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The few lines every statement needs. */
final class Sql {
  private Sql() {}

  /** Runs an update; arguments may be {@link Instant}, arrays of bytes, {@link Array} or plain. */
  static int update(Connection c, String sql, Object... arguments) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      bind(s, arguments);
      return s.executeUpdate();
    }
  }

  static <T> List<T> query(Connection c, String sql, Row<T> row, Object... arguments)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      bind(s, arguments);
      try (ResultSet r = s.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (r.next()) all.add(row.of(r));
        return all;
      }
    }
  }

  static Array texts(Connection c, List<String> values) throws SQLException {
    return c.createArrayOf("text", values.toArray());
  }

  static Array instants(Connection c, List<Instant> values) throws SQLException {
    Map<Instant, String> texts = new HashMap<>(); // few are different, and writing one is slow
    return c.createArrayOf(
        "timestamptz",
        values.stream().map(i -> texts.computeIfAbsent(i, Instant::toString)).toArray());
  }

  static Array bytes(Connection c, List<byte[]> values) throws SQLException {
    return c.createArrayOf("bytea", values.toArray(byte[][]::new));
  }

  static Array longs(Connection c, List<Long> values) throws SQLException {
    return c.createArrayOf("int8", values.toArray(Long[]::new));
  }

  static Array ints(Connection c, List<Integer> values) throws SQLException {
    return c.createArrayOf("int4", values.toArray(Integer[]::new));
  }

  static Instant instant(ResultSet r, int column) throws SQLException {
    return r.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static void bind(PreparedStatement s, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++)
      if (arguments[i] instanceof Instant t) s.setObject(i + 1, t.atOffset(ZoneOffset.UTC));
      else s.setObject(i + 1, arguments[i]);
  }

  /** One row read. */
  interface Row<T> {
    T of(ResultSet r) throws SQLException;
  }
}
