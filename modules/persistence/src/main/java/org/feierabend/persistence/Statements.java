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
import org.feierabend.intake.StoreAway;

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
      throw failure(sql, e);
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
      throw failure(sql, e);
    }
  }

  private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      Object value = arguments[i];
      if (value instanceof Instant instant) value = instant.atOffset(ZoneOffset.UTC);
      statement.setObject(i + 1, value);
    }
  }

  /** Class 08: connection, 53: resources, 57P: shut down; no state: the pool gave up waiting. */
  private static RuntimeException failure(String sql, SQLException e) {
    String state = e.getSQLState();
    boolean away =
        state == null
            || state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57P");
    return away
        ? new StoreAway("The database does not answer.", e)
        : new IllegalStateException("The database refused: " + sql, e);
  }
}
