package org.feierabend.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.feierabend.people.Account;
import org.feierabend.people.Sessions;

/** Sessions in the table {@code session}. */
public final class JdbcSessions implements Sessions {
  private final Statements sql;

  public JdbcSessions(Database database) {
    sql = new Statements(database);
  }

  @Override
  public void open(byte[] sha256, String user, Instant now, Instant expires) {
    sql.update(
        "INSERT INTO session (sha256, user_name, created, last_use, expires) VALUES (?, ?, ?, ?, ?)",
        sha256,
        user,
        now,
        now,
        expires);
  }

  @Override
  public Optional<Account> use(byte[] sha256, Instant now, Instant idleSince) {
    record Found(Account account, Instant lastUse) {}
    Optional<Found> found =
        sql
            .list(
                "SELECT a.*, s.last_use FROM session s JOIN account a USING (user_name)"
                    + " WHERE s.sha256 = ? AND s.expires > ? AND s.last_use > ?",
                row ->
                    new Found(
                        AccountRows.account(row),
                        row.getObject("last_use", OffsetDateTime.class).toInstant()),
                sha256,
                now,
                idleSince)
            .stream()
            .findFirst();
    // at most one write a minute, however often a page asks
    if (found.isPresent() && found.get().lastUse().isBefore(now.minus(1, ChronoUnit.MINUTES)))
      sql.update("UPDATE session SET last_use = ? WHERE sha256 = ?", now, sha256);
    return found.map(Found::account);
  }

  @Override
  public void close(byte[] sha256) {
    sql.update("DELETE FROM session WHERE sha256 = ?", sha256);
  }

  @Override
  public void sweep(Instant now, Instant idleSince) {
    sql.update("DELETE FROM session WHERE expires <= ? OR last_use <= ?", now, idleSince);
  }
}
