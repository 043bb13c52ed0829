package org.feierabend.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {
  @TempDir Path folder;

  private static void run(Postgres postgres, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.url(), Postgres.USER, postgres.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Postgres postgres, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.url(), Postgres.USER, postgres.password());
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void what_was_committed_is_there_after_a_kill_and_a_stale_pid_file() throws Exception {
    Sandbox sandbox = new Sandbox(folder);
    Postgres postgres = new Postgres(sandbox.home, sandbox.ports.postgres(), Rights.ofThisUser());
    Path pidFile = sandbox.home.var().resolve("postgres/postmaster.pid");
    try (Supervisor first = new Supervisor(sandbox.home, sandbox.console, () -> {})) {
      first.start(postgres);
      first.await("postgres");
      run(postgres, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)");
      ProcessHandle process = ProcessHandle.of(first.pids().get("postgres")).orElseThrow();
      Processes.end(process, "KILL", Duration.ofSeconds(5));
    }
    // the worst stale file: its pid lives, and is a process of this very user
    String stale = Files.readString(pidFile);
    String mine = Long.toString(ProcessHandle.current().pid());
    Files.writeString(pidFile, mine + stale.substring(stale.indexOf('\n')));
    try (Supervisor second = new Supervisor(sandbox.home, sandbox.console, () -> {})) {
      second.start(postgres);
      second.await("postgres");
      assertEquals("7", ask(postgres, "SELECT n FROM kept"));
      assertEquals(
          "f", ask(postgres, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"));
      assertThrows(
          SQLException.class,
          () -> DriverManager.getConnection(postgres.url(), Postgres.USER, "guessed").close());
    }
    assertFalse(PortCheck.answers(sandbox.ports.postgres()));
    assertFalse(Files.exists(pidFile), "a clean end removes postmaster.pid");
  }

  @Test
  void a_violated_key_does_not_carry_the_row_into_the_log() throws Exception {
    Sandbox sandbox = new Sandbox(folder);
    Postgres postgres = new Postgres(sandbox.home, sandbox.ports.postgres(), Rights.ofThisUser());
    try (Supervisor supervisor = new Supervisor(sandbox.home, sandbox.console, () -> {})) {
      supervisor.start(postgres);
      supervisor.await("postgres");
      run(
          postgres,
          "CREATE TABLE people (id text PRIMARY KEY); INSERT INTO people VALUES ('erika')");
      assertThrows(SQLException.class, () -> run(postgres, "INSERT INTO people VALUES ('erika')"));
    }
    String log = Files.readString(sandbox.home.log("postgres"));
    assertTrue(log.contains("duplicate key"), log);
    assertFalse(log.contains("erika"), log);
  }

  @Test
  void the_server_has_a_role_that_owns_nothing_and_an_older_cluster_gets_it() throws Exception {
    Sandbox sandbox = new Sandbox(folder);
    Postgres postgres = new Postgres(sandbox.home, sandbox.ports.postgres(), Rights.ofThisUser());
    for (int start = 0; start < 2; start++) {
      try (Supervisor supervisor = new Supervisor(sandbox.home, sandbox.console, () -> {})) {
        supervisor.start(postgres);
        supervisor.await("postgres");
        try (Connection server =
                DriverManager.getConnection(
                    postgres.url(), Postgres.SERVER, postgres.serverPassword());
            Statement statement = server.createStatement()) {
          assertThrows(SQLException.class, () -> statement.execute("CREATE TABLE mine (n int)"));
          assertThrows(SQLException.class, () -> statement.execute("SET ROLE " + Postgres.USER));
        }
        assertEquals(
            "t", ask(postgres, "SELECT pg_has_role('%s', 'MEMBER')".formatted(Postgres.SERVER)));
      }
      Files.delete(
          sandbox.home.secret("postgres-server-password")); // as a cluster of before has none
    }
  }
}
