package org.feierabend.server;

import java.lang.System.Logger.Level;
import org.feierabend.people.Accounts;
import org.feierabend.people.Sessions;
import org.feierabend.people.Tokens;
import org.feierabend.persistence.JdbcAccounts;
import org.feierabend.persistence.JdbcSessions;
import org.feierabend.persistence.JdbcTokens;

/** Everything that is built once when the server starts, in the order it needs each other. */
final class House implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(House.class.getName());

  final org.feierabend.persistence.Database database;
  final Accounts accounts;
  final Tokens tokens;
  final Sessions sessions;

  private House(Settings settings) {
    LOG.log(Level.INFO, "Waiting for PostgreSQL at {0} …", settings.database());
    database = org.feierabend.persistence.Database.open(settings.database());
    accounts = new JdbcAccounts(database.dataSource());
    tokens = new JdbcTokens(database.dataSource());
    sessions = new JdbcSessions(database.dataSource());
  }

  static House build(Settings settings) {
    return new House(settings);
  }

  @Override
  public void close() {
    database.close();
  }
}
