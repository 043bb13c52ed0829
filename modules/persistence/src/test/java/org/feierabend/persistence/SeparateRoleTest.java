package org.feierabend.persistence;

import static org.feierabend.persistence.Sample.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.report.BlockPartition;
import org.feierabend.report.BlockPlan;
import org.feierabend.report.LedgerRow;
import org.junit.jupiter.api.Test;

/** The server runs as a role that owns nothing but the open weeks. */
class SeparateRoleTest {
  private final DatabaseSettings settings = Postgres.separateSettings();

  @Test
  void the_chains_can_be_read_and_appended_to_and_nothing_else() throws SQLException {
    try (Database database = Database.open(settings)) {
      Employer city = new JpaDirectory(database).create(Sample.city("roles", 1));
      new JpaReleases(database).append(city.id(), h -> Sample.row(h, LedgerRow.Type.RELEASE, WEEK));
      assertTrue(database.appendOnly());
      List<String> chains =
          database.transaction(c -> Migration.appendOnly(c)).stream().sorted().toList();
      assertTrue(
          chains.containsAll(List.of("audit", "block_member", "block_plan", "ledger")),
          chains.toString());
    }
    try (Connection c =
            DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        Statement s = c.createStatement()) {
      for (String chain : List.of("ledger", "audit", "block_plan", "block_member"))
        for (String attack :
            List.of(
                "UPDATE %s SET employer = employer",
                "DELETE FROM %s",
                "TRUNCATE %s",
                "DROP TABLE %s",
                "ALTER TABLE %s DISABLE TRIGGER ALL",
                "ALTER TABLE %s OWNER TO CURRENT_USER",
                "GRANT UPDATE ON %s TO CURRENT_USER")) refused(s, attack.formatted(chain));
      for (String attack :
          List.of(
              "DROP TRIGGER ledger_append_only ON ledger",
              "DROP TRIGGER audit_append_only ON audit",
              "DROP TRIGGER block_plan_frozen ON block_plan",
              "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
              "TRUNCATE employer CASCADE",
              "SET session_replication_role = replica",
              "UPDATE flyway_schema_history SET checksum = 0",
              "CREATE TABLE public.mine (a int)",
              "SET ROLE " + settings.owner().orElseThrow().user())) refused(s, attack);
      try (var rows = s.executeQuery("SELECT count(*) FROM ledger")) {
        assertTrue(rows.next());
        assertEquals(1, rows.getInt(1));
      }
    }
  }

  @Test
  void whoever_leaves_is_taken_out_of_the_blocks_and_no_headcount_changes() {
    try (Database database = Database.open(settings)) {
      JpaDirectory directory = new JpaDirectory(database);
      Employer city = directory.create(Sample.city("forgetting", 40));
      BlockPlan plan = blocks(database, directory).of(city, "2026-Q1");
      Person gone = directory.people(city).iterator().next();
      Sample.change(directory, city, now -> DirectoryChange.leave(now, gone.id()));
      JdbcDepartures departures = new JdbcDepartures(database);
      departures
          .pending(city)
          .forEach(p -> departures.forget(city, p, Instant.parse("2026-02-10T10:00:00Z")));
      JdbcBlockPlans restarted = blocks(database, directory);
      assertEquals(plan, restarted.of(city, "2026-Q1"));
      assertEquals(Optional.empty(), restarted.block(city, "2026-Q1", gone));
      Person stays = directory.people(city).iterator().next();
      assertEquals(plan.blockOf(stays.unit()), restarted.block(city, "2026-Q1", stays));
    }
  }

  private static JdbcBlockPlans blocks(Database database, JpaDirectory directory) {
    return new JdbcBlockPlans(database, directory, (e, q, u, s) -> BlockPartition.of(q, u, s, 10));
  }

  /** Insufficient privilege, or a grant that grants nothing. */
  private static void refused(Statement s, String attack) throws SQLException {
    if (attack.startsWith("GRANT")) {
      try {
        s.execute(attack);
      } catch (SQLException no) {
        assertEquals("42501", no.getSQLState(), attack);
      }
      refused(s, "UPDATE " + attack.split(" ")[3] + " SET employer = employer");
      return;
    }
    assertEquals(
        "42501",
        assertThrows(SQLException.class, () -> s.execute(attack), attack).getSQLState(),
        attack);
  }

  @Test
  void weeks_are_opened_and_dropped_as_before_also_those_the_owner_had_opened() {
    DatabaseSettings before =
        new DatabaseSettings(
            settings.url(),
            settings.owner().orElseThrow().user(),
            settings.owner().orElseThrow().password(),
            2,
            settings.patience(),
            Optional.empty());
    Employer city;
    try (Database database = Database.open(before)) {
      city = new JpaDirectory(database).create(Sample.city("weeks", 30));
      new JdbcWeeks(database).open(city, WEEK);
      assertFalse(database.appendOnly());
    }
    try (Database database = Database.open(settings)) {
      JdbcWeeks weeks = new JdbcWeeks(database);
      weeks.open(city, WEEK.next());
      weeks.seal(city, WEEK);
      weeks.release(city, WEEK, Map.of(), (sums, h) -> Sample.row(h, LedgerRow.Type.RELEASE, WEEK));
      assertEquals(
          0,
          database
              .transaction(
                  c ->
                      Sql.query(
                          c,
                          "SELECT 1 FROM pg_tables WHERE schemaname = 'open_week' AND tablename LIKE '%w05'",
                          r -> 1))
              .size());
    }
    Database.open(settings).close();
  }

  @Test
  void an_owner_that_cannot_act_for_the_server_is_told_what_to_grant() {
    DatabaseSettings stranger =
        new DatabaseSettings(
            settings.url(), "postgres", "postgres", 2, settings.patience(), settings.owner());
    String said =
        assertThrows(IllegalStateException.class, () -> Database.open(stranger)).getMessage();
    assertTrue(said.contains("GRANT \"postgres\" TO \"migration_"), said);
  }
}
