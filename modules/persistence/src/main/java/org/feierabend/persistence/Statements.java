package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Single statements, each a transaction of its own. */
final class Statements {
  /** Reads one row. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final DataSource source;

  Statements(DataSource source) {
    this.source = source;
  }

  int update(String sql, Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      connection.setAutoCommit(true);
      bind(statement, arguments);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw Failures.translate(e);
    }
  }

  <T> List<T> list(String sql, Reader<T> reader, Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      connection.setAutoCommit(true);
      bind(statement, arguments);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw Failures.translate(e);
    }
  }

  private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      Object value = arguments[i];
      if (value instanceof Instant instant) value = instant.atOffset(ZoneOffset.UTC);
      statement.setObject(i + 1, value);
    }
  }
}
