package org.feierabend.persistence;

import java.time.LocalDate;
import org.feierabend.intake.Receipts;
import org.feierabend.people.Employer;

/** Receipts of today, in PostgreSQL, outside of WAL and backups. */
public final class JdbcReceipts implements Receipts {
  private final Database database;

  public JdbcReceipts(Database database) {
    this.database = database;
  }

  @Override
  public boolean first(Employer employer, LocalDate day, byte[] digest) {
    return database.transaction(
        c -> {
          Sql.update(
              c,
              "DELETE FROM receipt WHERE employer = ? AND day < ?::date",
              employer.no(),
              day.toString());
          return Sql.update(
                  c,
                  "INSERT INTO receipt (employer, day, digest) VALUES (?, ?::date, ?)"
                      + " ON CONFLICT DO NOTHING",
                  employer.no(),
                  day.toString(),
                  digest)
              == 1;
        });
  }
}
