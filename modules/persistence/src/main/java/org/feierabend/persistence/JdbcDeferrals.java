package org.feierabend.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.feierabend.contact.Channel;
import org.feierabend.contact.Ref;
import org.feierabend.intake.Deferral;
import org.feierabend.intake.Deferrals;
import org.feierabend.people.Employer;

/** What is held until later, in PostgreSQL. */
public final class JdbcDeferrals implements Deferrals {
  private final Database database;

  public JdbcDeferrals(Database database) {
    this.database = database;
  }

  @Override
  public List<Instant> bells(Employer employer, int limit) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT DISTINCT until FROM deferral WHERE employer = ? ORDER BY until LIMIT ?",
                r -> Sql.instant(r, 1),
                employer.no(),
                limit));
  }

  @Override
  public Optional<Instant> nextBell(Employer employer) {
    return database.transaction(
        c ->
            Sql.query(
                    c,
                    "SELECT until FROM deferral WHERE employer = ? ORDER BY until LIMIT 1",
                    r -> Sql.instant(r, 1),
                    employer.no())
                .stream()
                .findFirst());
  }

  @Override
  public int release(Employer employer, Instant now, int batch, Consumer<List<Deferral>> handOver) {
    return database.transaction(
        c -> {
          List<Deferral> due =
              Sql.query(
                  c,
                  """
                  SELECT id, person, ref_source, ref_id, channel, until FROM deferral
                  WHERE employer = ? AND until <= ? ORDER BY until, arrived, id LIMIT ?
                  FOR UPDATE SKIP LOCKED""",
                  JdbcDeferrals::deferral,
                  employer.no(),
                  now,
                  batch);
          if (due.isEmpty()) return 0;
          handOver.accept(due);
          Sql.update(
              c,
              "DELETE FROM deferral WHERE id = ANY (?)",
              Sql.bytes(c, due.stream().map(Deferral::id).toList()));
          return due.size();
        });
  }

  @Override
  public Waiting waitingFor(Employer employer, long personNo) {
    Map<Channel, Integer> byChannel = new EnumMap<>(Channel.class);
    Map<Instant, Integer> byInstant = new TreeMap<>();
    database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT channel, until, count(*) FROM deferral WHERE employer = ? AND person = ?"
                    + " GROUP BY channel, until",
                r -> {
                  byChannel.merge(Channel.valueOf(r.getString(1)), r.getInt(3), Integer::sum);
                  return byInstant.merge(Sql.instant(r, 2), r.getInt(3), Integer::sum);
                },
                employer.no(),
                personNo));
    return new Waiting(byChannel, byInstant);
  }

  @Override
  public List<Deferral> heldFor(Employer employer, long personNo) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT id, person, ref_source, ref_id, channel, until FROM deferral"
                    + " WHERE employer = ? AND person = ? ORDER BY until, arrived, id",
                JdbcDeferrals::deferral,
                employer.no(),
                personNo));
  }

  @Override
  public long count(Employer employer) {
    return database.transaction(
        c ->
            Sql.query(
                    c,
                    "SELECT count(*) FROM deferral WHERE employer = ?",
                    r -> r.getLong(1),
                    employer.no())
                .get(0));
  }

  private static Deferral deferral(ResultSet r) throws SQLException {
    return new Deferral(
        r.getBytes(1),
        r.getLong(2),
        new Ref(r.getString(3), r.getString(4)),
        Channel.valueOf(r.getString(5)),
        Sql.instant(r, 6));
  }
}
