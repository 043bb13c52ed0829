package org.feierabend.persistence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.feierabend.intake.WhyCards;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/** Cards in the week's own UNLOGGED tables; the wish to have none in a table that lasts. */
public final class JdbcWhyCards implements WhyCards {
  private static final String NO_TABLE = "42P01"; // the week was released meanwhile

  private final Database database;

  public JdbcWhyCards(Database database) {
    this.database = database;
  }

  @Override
  public List<byte[]> of(Employer employer, IsoWeek week, byte[] pseudonym) {
    try {
      return database.transaction(
          c ->
              Sql.query(
                  c,
                  "SELECT sealed FROM "
                      + WeekTables.of(employer, week).card()
                      + " WHERE pseudonym = ? ORDER BY n",
                  r -> r.getBytes(1),
                  pseudonym));
    } catch (IllegalStateException e) {
      if (Failures.hasState(e, NO_TABLE)) return List.of();
      throw e;
    }
  }

  @Override
  public void erase(Employer employer, IsoWeek week, byte[] pseudonym) {
    try {
      database.transaction(
          c ->
              Sql.update(
                  c,
                  "DELETE FROM " + WeekTables.of(employer, week).card() + " WHERE pseudonym = ?",
                  pseudonym));
    } catch (IllegalStateException e) {
      if (!Failures.hasState(e, NO_TABLE)) throw e;
    }
  }

  @Override
  public Set<Long> unwanted(Employer employer) {
    return new HashSet<>(
        database.transaction(
            c ->
                Sql.query(
                    c,
                    "SELECT person FROM card_unwanted WHERE employer = ?",
                    r -> r.getLong(1),
                    employer.no())));
  }

  @Override
  public void want(Employer employer, long personNo, boolean wanted) {
    String sql =
        wanted
            ? "DELETE FROM card_unwanted WHERE employer = ? AND person = ?"
            : "INSERT INTO card_unwanted (employer, person) VALUES (?, ?) ON CONFLICT DO NOTHING";
    database.transaction(c -> Sql.update(c, sql, employer.no(), personNo));
  }
}
