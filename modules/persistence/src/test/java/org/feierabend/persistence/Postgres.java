package org.feierabend.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One real PostgreSQL for the module's tests, ended with the JVM; every test class has its own
 * database in it.
 */
final class Postgres {
  private static final EmbeddedPostgres SERVER = start();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Postgres() {}

  static Database fresh() {
    return Database.open(freshSettings());
  }

  static DatabaseSettings freshSettings() {
    String name = "feierabend_" + DATABASES.incrementAndGet();
    try (Connection c = SERVER.getPostgresDatabase().getConnection();
        Statement s = c.createStatement()) {
      s.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return DatabaseSettings.of(SERVER.getJdbcUrl("postgres", name), "postgres", "postgres");
  }

  /** A database that belongs to a role of its own, and a server's role that owns nothing. */
  static DatabaseSettings separateSettings() {
    int number = DATABASES.incrementAndGet();
    String owner = "migration_" + number;
    String server = "server_" + number;
    try (Connection c = SERVER.getPostgresDatabase().getConnection();
        Statement s = c.createStatement()) {
      s.execute("CREATE ROLE %s LOGIN PASSWORD 'owner'".formatted(owner));
      s.execute("CREATE ROLE %s LOGIN PASSWORD 'server'".formatted(server));
      s.execute("GRANT %s TO %s".formatted(server, owner));
      s.execute("CREATE DATABASE separate_%d OWNER %s".formatted(number, owner));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new DatabaseSettings(
        SERVER.getJdbcUrl("postgres", "separate_" + number).replaceFirst("\\?.*", ""),
        server,
        "server",
        4,
        Duration.ofMinutes(1),
        Optional.of(new DatabaseSettings.Owner(owner, "owner")));
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.builder().start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
