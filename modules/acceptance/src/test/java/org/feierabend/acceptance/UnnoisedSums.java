package org.feierabend.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What no product code may show: the sums before noise. A trigger of the superuser copies them in
 * the closing transaction itself, when the week's tally is dropped.
 */
final class UnnoisedSums {
  private static final String INSTALL =
      """
      CREATE SCHEMA IF NOT EXISTS acceptance;
      CREATE TABLE IF NOT EXISTS acceptance.sums (employer int, week text, block int, outside int);
      CREATE TABLE IF NOT EXISTS acceptance.drops (employer int, week text);
      CREATE OR REPLACE FUNCTION acceptance.copy_sums() RETURNS event_trigger
      SECURITY DEFINER LANGUAGE plpgsql AS $$
      DECLARE
        found text[] := regexp_match(current_query(), 'open_week\\.tally_(\\d+)_(\\d{4}w\\d{2})');
      BEGIN
        IF found IS NULL THEN RETURN; END IF;
        INSERT INTO acceptance.drops VALUES (found[1]::int, found[2]);
        EXECUTE format(
          'INSERT INTO acceptance.sums SELECT %L::int, %L, block,'
          || ' count(*) FILTER (WHERE contacts >= 5) FROM open_week.tally_%s_%s GROUP BY block',
          found[1], found[2], found[1], found[2]);
      END $$;
      DROP EVENT TRIGGER IF EXISTS acceptance_copy_sums;
      CREATE EVENT TRIGGER acceptance_copy_sums ON ddl_command_start WHEN TAG IN ('DROP TABLE')
        EXECUTE FUNCTION acceptance.copy_sums();
      """;

  private final RunningInstance instance;

  private UnnoisedSums(RunningInstance instance) {
    this.instance = instance;
  }

  static UnnoisedSums watch(RunningInstance instance) {
    try (Connection c = instance.database();
        Statement s = c.createStatement()) {
      s.execute(INSTALL);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot watch the sums before noise", e);
    }
    return new UnnoisedSums(instance);
  }

  /** {@code 2026w05 unit-03} → people over the threshold; blocks that are one unit only. */
  Map<String, Integer> of(String employer) throws SQLException, IOException {
    Map<String, Integer> sums = new TreeMap<>();
    try (Connection c = instance.database()) {
      int no = number(c, employer);
      Map<String, Map<Integer, String>> units = unitsOfBlocks(c, no);
      try (PreparedStatement s =
          c.prepareStatement(
              "SELECT week, block, outside FROM acceptance.sums WHERE employer = ?")) {
        s.setInt(1, no);
        ResultSet rows = s.executeQuery();
        while (rows.next()) {
          if (rows.getInt(3) == 0) continue;
          String week = rows.getString(1);
          String unit = units.get(quarter(week)).get(rows.getInt(2));
          Integer before = sums.put(week + " " + unit, rows.getInt(3));
          if (before != null) throw new AssertionError("Week %s was closed twice.".formatted(week));
        }
      }
    }
    return sums;
  }

  private static int number(Connection c, String employer) throws SQLException {
    try (PreparedStatement s = c.prepareStatement("SELECT no FROM employer WHERE id = ?")) {
      s.setString(1, employer);
      ResultSet row = s.executeQuery();
      if (!row.next()) throw new AssertionError("There is no employer " + employer);
      return row.getInt(1);
    }
  }

  private static Map<String, Map<Integer, String>> unitsOfBlocks(Connection c, int no)
      throws SQLException, IOException {
    Map<String, Map<Integer, String>> plans = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement("SELECT quarter, plan FROM block_plan WHERE employer = ?")) {
      s.setInt(1, no);
      ResultSet rows = s.executeQuery();
      while (rows.next()) {
        Map<Integer, String> units = new HashMap<>();
        JsonNode blocks = new ObjectMapper().readTree(rows.getString(2)).path("blocks");
        for (int i = 0; i < blocks.size(); i++)
          for (JsonNode unit : blocks.get(i).path("units"))
            if (unit.asText().startsWith("unit-")) units.put(i, unit.asText());
        plans.put(rows.getString(1), units);
      }
    }
    return plans;
  }

  /** The quarter of the week's Thursday. */
  private static String quarter(String week) {
    java.time.LocalDate thursday =
        java.time.LocalDate.parse(
            week.replace("w", "-W") + "-4", java.time.format.DateTimeFormatter.ISO_WEEK_DATE);
    return "%d-Q%d".formatted(thursday.getYear(), (thursday.getMonthValue() + 2) / 3);
  }
}
