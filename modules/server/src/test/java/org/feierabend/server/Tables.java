package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The whole database, looked through for a person by somebody who may read all of it. */
record Tables(Surroundings surroundings) {
  /** Columns that say who somebody is: by number or by id. */
  private static final String WHO =
      "SELECT table_name FROM information_schema.columns JOIN pg_class ON relname = table_name AND relkind = 'r'"
          + " WHERE table_schema = 'public' AND column_name = 'person' AND data_type = ";

  /** Every table in which the text stands anywhere. */
  Set<String> with(String text) {
    Set<String> found = new TreeSet<>();
    for (String table :
        texts(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                + " WHERE schemaname IN ('public', 'open_week')"))
      if (count("SELECT count(*) FROM %s t WHERE strpos(t::text, '%s') > 0".formatted(table, text))
          > 0) found.add(table.replace("public.", "").replace("\"", ""));
    return found;
  }

  void awaitNone(String text) throws InterruptedException {
    Set<String> left = with(text);
    for (int tries = 0; !left.isEmpty() && tries < 60; tries++) {
      Thread.sleep(500);
      left = with(text);
    }
    assertEquals(Set.of(), left);
  }

  /** Tables that name people by number. */
  List<String> byNumber() {
    return texts(WHO + "'bigint' ORDER BY 1");
  }

  /** Tables that name people by number and keep their rows when the person's row goes. */
  List<String> thatKeep() {
    return texts(
        WHO
            + "'bigint' AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = pg_class.oid"
            + " AND confrelid = 'person'::regclass AND confdeltype = 'c') ORDER BY 1");
  }

  /** Tables that name people by their id. */
  List<String> byId() {
    return texts(WHO + "'text' ORDER BY 1");
  }

  /** Of tables that name people by number, those with a row of this one. */
  Set<String> of(long person) {
    Set<String> found = new TreeSet<>();
    for (String table : byNumber())
      if (count("SELECT count(*) FROM %s WHERE person = %d".formatted(table, person)) > 0)
        found.add(table);
    return found;
  }

  long number(String employer, String person) {
    return count(
        "SELECT p.no FROM person p JOIN employer e ON e.no = p.employer WHERE e.id = '%s' AND p.id = '%s'"
            .formatted(employer, person));
  }

  /**
   * Waits until no row speaks by number of somebody who is not there: what waits for a person who
   * left is handed over before its row goes.
   */
  void awaitNoNumberWithoutPerson() throws InterruptedException {
    long left = numbersWithoutPerson();
    for (int tries = 0; left > 0 && tries < 60; tries++) {
      Thread.sleep(500);
      left = numbersWithoutPerson();
    }
    assertEquals(0, left);
  }

  private long numbersWithoutPerson() {
    long lost = 0;
    for (String table : byNumber())
      lost +=
          count(
              "SELECT count(*) FROM %s WHERE person NOT IN (SELECT no FROM person)"
                  .formatted(table));
    return lost;
  }

  private long count(String query) {
    try (Connection c = connection();
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery(query)) {
      r.next();
      return r.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  private List<String> texts(String query) {
    List<String> found = new ArrayList<>();
    try (Connection c = connection();
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery(query)) {
      while (r.next()) found.add(r.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
    return found;
  }

  private Connection connection() throws SQLException {
    return surroundings.database.getDatabase("postgres", "feierabend").getConnection();
  }
}
