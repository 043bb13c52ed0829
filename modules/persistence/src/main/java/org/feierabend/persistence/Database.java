package org.feierabend.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.feierabend.intake.StoreAway;

/** PostgreSQL: one pool, migrated, with transactions for JDBC and for JPA. */
public final class Database implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Database.class.getName());

  /** What is acknowledged must be on disk, however the server is set; a stricter setting stays. */
  private static final String DURABLE =
      "SELECT set_config('synchronous_commit', 'on', false)"
          + " WHERE current_setting('synchronous_commit') IN ('off', 'local')";

  private final HikariDataSource pool;
  private final EntityManagerFactory jpa;
  private final ThreadLocal<OpenTransaction> open = new ThreadLocal<>();
  private final boolean appendOnly;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jpa = Jpa.on(pool);
    this.appendOnly = asksInVain();
  }

  /** Waits until the server answers, then brings the schema up to date. */
  public static Database open(DatabaseSettings settings) {
    HikariDataSource pool = new HikariDataSource(pool(settings));
    try {
      waitFor(pool, settings);
      Migration.run(settings, pool);
      Database database = new Database(pool);
      if (!database.appendOnly())
        LOG.log(
            Level.WARNING,
            "The database role {0} runs the server and could change the ledger and the audit log. Give it no"
                + " tables: feierabend.database.migration-user names their owner (docs/operations.md).",
            settings.user());
      return database;
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static HikariConfig pool(DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("feierabend");
    config.setDriverClassName("org.postgresql.Driver");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.pool());
    config.setConnectionTimeout(3_000); // a door must be able to answer 503 soon
    config.setValidationTimeout(1_000);
    config.setInitializationFailTimeout(-1); // waitFor says more
    config.setConnectionInitSql(DURABLE);
    config.addDataSourceProperty("ApplicationName", "feierabend");
    config.addDataSourceProperty("connectTimeout", "3");
    config.addDataSourceProperty("socketTimeout", "120");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // details of errors quote rows, and rows hold person ids: they never reach an exception
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return config;
  }

  private static void waitFor(HikariDataSource pool, DatabaseSettings settings) {
    long giveUp = System.nanoTime() + settings.patience().toNanos();
    for (boolean said = false; ; said = true) {
      try (Connection c = pool.getConnection()) {
        if (c.isValid(3)) return;
      } catch (SQLException e) {
        if (Failures.hasState(e, "28P01") || Failures.hasState(e, "28000"))
          throw new IllegalStateException(
              "PostgreSQL refuses %s: check feierabend.database.user and feierabend.database.password."
                  .formatted(settings),
              e);
        if (Failures.hasState(e, "3D000"))
          throw new IllegalStateException(
              "PostgreSQL has no such database: %s. Create it, or check feierabend.database.url."
                  .formatted(settings),
              e);
        if (System.nanoTime() > giveUp)
          throw new StoreAway(
              "PostgreSQL did not answer within %s: %s. Is it running, and is feierabend.database.url right?"
                  .formatted(settings.patience(), settings),
              e);
        if (!said) LOG.log(Level.INFO, "Waiting for PostgreSQL at {0}.", settings);
        pause(Duration.ofMillis(200));
      }
    }
  }

  public DataSource dataSource() {
    return pool;
  }

  /** Whether the server's role can neither change the chains nor take away what stops it. */
  public boolean appendOnly() {
    return appendOnly;
  }

  private boolean asksInVain() {
    return transaction(
        c ->
            Sql.query(
                    c,
                    "SELECT bool_or(pg_has_role(c.relowner, 'MEMBER') OR has_table_privilege(c.oid,"
                        + " 'UPDATE, DELETE, TRUNCATE')) FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid"
                        + " WHERE t.tgfoid = 'refuse_change'::regproc",
                    r -> r.getBoolean(1))
                .equals(List.of(false)));
  }

  /** For health checks: does PostgreSQL answer within a second? */
  public boolean answers() {
    try (Connection c = pool.getConnection()) {
      return c.isValid(1);
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "PostgreSQL does not answer.", e);
      return false;
    }
  }

  /**
   * Runs {@code work} in one transaction: committed when it returns, rolled back when it throws.
   * Within another one of this thread it is a part of that.
   *
   * @throws StoreAway when PostgreSQL does not answer
   */
  public <T> T transaction(Work<T> work) {
    OpenTransaction outer = open.get();
    if (outer != null) return outer.part(work);
    OpenTransaction mine = new OpenTransaction();
    T result;
    try (Connection c = pool.getConnection()) {
      result = mine.run(c, work, open);
    } catch (SQLException e) {
      throw Failures.translate(e);
    }
    mine.tellCommitted();
    return result;
  }

  /** Has {@code told} run once the open transaction of this thread, if any, is committed. */
  void afterCommit(Runnable told) {
    OpenTransaction current = open.get();
    if (current == null) told.run();
    else current.afterCommit(told);
  }

  /** The same for entities. */
  public <T> T entities(Function<EntityManager, T> work) {
    requireAnswer();
    try (EntityManager em = jpa.createEntityManager()) {
      em.getTransaction().begin();
      try {
        T result = work.apply(em);
        em.getTransaction().commit();
        return result;
      } catch (RuntimeException e) {
        rollBack(em, e);
        throw e;
      }
    } catch (RuntimeException e) {
      throw Failures.translate(e);
    }
  }

  @Override
  public void close() {
    jpa.close();
    pool.close();
  }

  /** EclipseLink tries an absent server again for half a minute; a door must say 503 before. */
  private void requireAnswer() {
    try {
      pool.getConnection().close(); // the pool has looked whether it is alive
    } catch (SQLException e) {
      throw Failures.translate(e);
    }
  }

  private static void rollBack(EntityManager em, Exception because) {
    try {
      if (em.getTransaction().isActive()) em.getTransaction().rollback();
    } catch (RuntimeException e) {
      because.addSuppressed(e);
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreAway("Interrupted while waiting for PostgreSQL.", e);
    }
  }

  /** Something done with a connection; must not commit by itself. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }
}
