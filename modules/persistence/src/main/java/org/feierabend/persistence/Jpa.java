package org.feierabend.persistence;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** EclipseLink on the pool: resource-local, nothing cached, nothing woven, no value in a log. */
final class Jpa {
  private Jpa() {}

  static EntityManagerFactory on(DataSource pool) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    settings.put("jakarta.persistence.nonJtaDataSource", pool);
    settings.put("jakarta.persistence.sharedCache.mode", "NONE");
    settings.put("eclipselink.classloader", Jpa.class.getClassLoader());
    settings.put("eclipselink.target-database", "PostgreSQL");
    settings.put("eclipselink.target-server", "None"); // also inside a server: no JTA here
    settings.put("eclipselink.weaving", "false");
    settings.put("eclipselink.jdbc.batch-writing", "JDBC");
    settings.put("eclipselink.logging.logger", "JavaLogger");
    settings.put("eclipselink.logging.level", "WARNING");
    settings.put("eclipselink.logging.parameters", "false");
    settings.put("eclipselink.session-name", "feierabend-" + System.identityHashCode(pool));
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(Jpa.class.getClassLoader());
    try {
      return Persistence.createEntityManagerFactory("feierabend", settings);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
