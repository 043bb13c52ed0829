package org.feierabend.persistence;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings the schema up to date as its owner, then gives the server's role what it needs and no
 * more: the chains it may read and append to, and only the tables of open weeks are its own.
 */
final class Migration {
  private static final System.Logger LOG = System.getLogger(Migration.class.getName());

  private final DatabaseSettings settings;

  private Migration(DatabaseSettings settings) {
    this.settings = settings;
  }

  /**
   * @param pool of the server's role, which is the owner where no other is named
   */
  static void run(DatabaseSettings settings, DataSource pool) {
    new Migration(settings).run(pool);
  }

  private void run(DataSource pool) {
    if (settings.owner().isEmpty()) {
      migrate(flyway().dataSource(pool));
      return;
    }
    PGSimpleDataSource owner = owner(settings.owner().get());
    try (Connection c = owner.getConnection();
        Statement s = c.createStatement()) {
      requireMember(c);
      migrate(flyway().dataSource(owner));
      c.setAutoCommit(false);
      grant(c, s, quoted(settings.user()));
      c.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "PostgreSQL refuses the owner %s: check feierabend.database.migration-user and its password. %s"
              .formatted(settings.owner().get().user(), e.getMessage()),
          e);
    }
  }

  private PGSimpleDataSource owner(DatabaseSettings.Owner owner) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(settings.url());
    source.setUser(owner.user());
    source.setPassword(owner.password());
    source.setLogServerErrorDetail(false);
    return source;
  }

  private static FluentConfiguration flyway() {
    return Flyway.configure(Migration.class.getClassLoader())
        .locations("classpath:db/migration")
        .failOnMissingLocations(true)
        .validateMigrationNaming(true);
  }

  private static void migrate(FluentConfiguration flyway) {
    int steps = flyway.load().migrate().migrationsExecuted;
    if (steps > 0)
      LOG.log(Level.INFO, "The database schema was brought up to date in {0} steps.", steps);
  }

  /** Tables of open weeks belong to the server's role, and a later version may alter them. */
  private void requireMember(Connection c) throws SQLException {
    List<Boolean> member =
        Sql.query(
            c,
            "SELECT pg_has_role(oid, 'MEMBER') FROM pg_roles WHERE rolname = ?",
            r -> r.getBoolean(1),
            settings.user());
    if (!member.equals(List.of(true)))
      throw new IllegalStateException(
          "The owner %s must be a member of the server's role. As an administrator: GRANT %s TO %s;"
              .formatted(
                  settings.owner().orElseThrow().user(),
                  quoted(settings.user()),
                  quoted(settings.owner().orElseThrow().user())));
  }

  private static void grant(Connection c, Statement s, String server) throws SQLException {
    s.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    s.execute("GRANT USAGE ON SCHEMA public TO " + server);
    s.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + server);
    s.execute("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO " + server);
    s.execute("REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM " + server);
    for (String chain : appendOnly(c))
      s.execute("REVOKE UPDATE, DELETE, TRUNCATE ON " + chain + " FROM " + server);
    s.execute("GRANT USAGE, CREATE ON SCHEMA open_week TO " + server);
    for (String table :
        Sql.query(
            c,
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                + " WHERE schemaname = 'open_week' AND tableowner = current_user",
            r -> r.getString(1))) s.execute("ALTER TABLE " + table + " OWNER TO " + server);
  }

  /** What refuses changes by a trigger, the server's role may not even ask to change. */
  static List<String> appendOnly(Connection c) throws SQLException {
    return Sql.query(
        c,
        "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger"
            + " WHERE tgfoid = 'refuse_change'::regproc ORDER BY 1",
        r -> r.getString(1));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
