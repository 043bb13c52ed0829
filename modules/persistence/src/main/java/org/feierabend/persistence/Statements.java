package org.feierabend.persistence;

import java.util.List;

/** Single statements, each a transaction of its own or a part of the open one. */
final class Statements {
  private final Database database;

  Statements(Database database) {
    this.database = database;
  }

  int update(String sql, Object... arguments) {
    return database.transaction(c -> Sql.update(c, sql, arguments));
  }

  <T> List<T> list(String sql, Sql.Row<T> reader, Object... arguments) {
    return database.transaction(c -> Sql.query(c, sql, reader, arguments));
  }
}
