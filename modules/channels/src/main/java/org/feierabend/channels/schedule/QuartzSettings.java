package org.feierabend.channels.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * A scheduler whose bells are kept in PostgreSQL, on a pool of their own. Clustered: of several
 * servers on one database one rings each bell.
 */
final class QuartzSettings {
  /** A bell this late has been slept through and rings at once. */
  private static final int MISFIRE_MILLIS = 5_000;

  /** How often a server says that it lives; bells of one that does not are taken over. */
  private static final int CHECK_IN_MILLIS = 5_000;

  private static final int THREADS = 2;

  private QuartzSettings() {}

  static Scheduler scheduler(String name, DataSource dataSource) throws SchedulerException {
    DBConnectionManager.getInstance().addConnectionProvider(name, new Provider(dataSource));
    Properties p = new Properties();
    p.setProperty("org.quartz.scheduler.instanceName", name);
    p.setProperty("org.quartz.scheduler.instanceId", "AUTO");
    p.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    p.setProperty("org.quartz.scheduler.threadName", name + "-bells");
    p.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    p.setProperty("org.quartz.scheduler.threadsInheritContextClassLoaderOfInitializer", "true");
    p.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    p.setProperty("org.quartz.threadPool.threadCount", Integer.toString(THREADS));
    p.setProperty("org.quartz.threadPool.threadNamePrefix", name + "-bell");
    p.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    p.setProperty(
        "org.quartz.threadPool.threadsInheritContextClassLoaderOfInitializingThread", "true");
    p.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    p.setProperty(
        "org.quartz.jobStore.driverDelegateClass",
        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    p.setProperty("org.quartz.jobStore.dataSource", name);
    p.setProperty("org.quartz.jobStore.tablePrefix", "qrtz_");
    p.setProperty("org.quartz.jobStore.isClustered", "true");
    p.setProperty("org.quartz.jobStore.clusterCheckinInterval", Integer.toString(CHECK_IN_MILLIS));
    p.setProperty("org.quartz.jobStore.useProperties", "true");
    p.setProperty("org.quartz.jobStore.misfireThreshold", Integer.toString(MISFIRE_MILLIS));
    return new StdSchedulerFactory(p).getScheduler();
  }

  /** The pool belongs to whoever made it. */
  private record Provider(DataSource dataSource) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return dataSource.getConnection();
    }

    @Override
    public void initialize() {
      // the pool runs already
    }

    @Override
    public void shutdown() {
      // and goes on
    }
  }
}
