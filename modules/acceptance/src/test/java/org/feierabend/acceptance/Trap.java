package org.feierabend.acceptance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Stops the closing of one employer's weeks at a step of its transactions, so that the server can
 * be killed just there. Triggers of the superuser; the product has no such hook.
 */
final class Trap {
  /** Each is a moment inside a transaction, before its commit. */
  static final List<String> STEPS =
      List.of(
          "week SEALED", "ledger RELEASE", "week RELEASED", "ledger DESTROYED", "week DESTROYED");

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String INSTALL =
      """
      CREATE SCHEMA IF NOT EXISTS acceptance;
      CREATE TABLE IF NOT EXISTS acceptance.trap (employer int, step text);
      CREATE OR REPLACE FUNCTION acceptance.stop_here() RETURNS trigger
      SECURITY DEFINER LANGUAGE plpgsql AS $$
      DECLARE
        here text := TG_TABLE_NAME || ' '
          || CASE TG_TABLE_NAME WHEN 'week' THEN to_jsonb(NEW) ->> 'state' ELSE to_jsonb(NEW) ->> 'type' END;
      BEGIN
        IF EXISTS (SELECT FROM acceptance.trap WHERE employer = NEW.employer AND step = here) THEN
          PERFORM pg_sleep(600);
        END IF;
        RETURN NULL;
      END $$;
      DROP TRIGGER IF EXISTS acceptance_stop ON week;
      DROP TRIGGER IF EXISTS acceptance_stop ON ledger;
      CREATE TRIGGER acceptance_stop AFTER UPDATE ON week
        FOR EACH ROW EXECUTE FUNCTION acceptance.stop_here();
      CREATE TRIGGER acceptance_stop AFTER INSERT ON ledger
        FOR EACH ROW EXECUTE FUNCTION acceptance.stop_here();
      """;

  private final Connection superuser;

  private Trap(Connection superuser) {
    this.superuser = superuser;
  }

  static Trap set(Connection superuser, String employer) throws SQLException {
    Trap trap = new Trap(superuser);
    trap.execute(INSTALL);
    for (String step : STEPS)
      try (PreparedStatement s =
          superuser.prepareStatement(
              "INSERT INTO acceptance.trap SELECT no, ? FROM employer WHERE id = ?")) {
        s.setString(1, step);
        s.setString(2, employer);
        if (s.executeUpdate() != 1) throw new AssertionError("There is no employer " + employer);
      }
    return trap;
  }

  /** Until the closing stands at that step. */
  void awaitSprung(String step) {
    Await.until("the closing to stand at " + step, PATIENCE, () -> stopped() > 0);
  }

  /** The next time the closing passes there. */
  void open(String step) throws SQLException {
    try (PreparedStatement s =
        superuser.prepareStatement("DELETE FROM acceptance.trap WHERE step = ?")) {
      s.setString(1, step);
      s.executeUpdate();
    }
    // what the killed server left behind would hold its locks until it awoke
    execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
  }

  void remove() throws SQLException {
    execute(
        "DROP TRIGGER IF EXISTS acceptance_stop ON week;"
            + " DROP TRIGGER IF EXISTS acceptance_stop ON ledger; DELETE FROM acceptance.trap");
  }

  private int stopped() throws SQLException {
    try (Statement s = superuser.createStatement();
        ResultSet row =
            s.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")) {
      row.next();
      return row.getInt(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement s = superuser.createStatement()) {
      s.execute(sql);
    }
  }
}
