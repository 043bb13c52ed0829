package org.feierabend.persistence;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  public int release(
      Employer employer,
      Instant now,
      int batch,
      Function<List<Deferral>, List<Deferral>> handOver) {
    return database.transaction(
        c -> {
          List<Deferral> due =
              Sql.query(
                  c,
                  """
                  SELECT id, person, ref_source, ref_id, channel, class, until, unless_answered
                  FROM deferral
                  WHERE employer = ? AND until <= ? ORDER BY until, person, arrived, id LIMIT ?
                  FOR UPDATE SKIP LOCKED""",
                  JdbcDeferrals::deferral,
                  employer.no(),
                  now,
                  batch);
          if (due.size() == batch) due = wholeWindows(due);
          if (due.isEmpty()) return 0;
          List<Deferral> waitingOn = handOver.apply(due);
          if (!waitingOn.isEmpty()) waitOn(c, waitingOn);
          Set<ByteBuffer> staying =
              waitingOn.stream().map(d -> ByteBuffer.wrap(d.id())).collect(Collectors.toSet());
          Sql.update(
              c,
              "DELETE FROM deferral WHERE id = ANY (?)",
              Sql.bytes(
                  c,
                  due.stream()
                      .map(Deferral::id)
                      .filter(id -> !staying.contains(ByteBuffer.wrap(id)))
                      .toList()));
          return due.size();
        });
  }

  /** Without the last window, which may go on behind the batch; alone it is taken in parts. */
  private static List<Deferral> wholeWindows(List<Deferral> due) {
    Deferral last = due.get(due.size() - 1);
    List<Deferral> whole =
        due.stream()
            .filter(d -> d.personNo() != last.personNo() || !d.until().equals(last.until()))
            .toList();
    return whole.isEmpty() ? due : whole;
  }

  private static void waitOn(Connection c, List<Deferral> later) throws SQLException {
    Sql.update(
        c,
        "UPDATE deferral AS d SET until = l.until, unless_answered = false FROM unnest(?, ?) AS l (id, until)"
            + " WHERE d.id = l.id",
        Sql.bytes(c, later.stream().map(Deferral::id).toList()),
        Sql.instants(c, later.stream().map(Deferral::until).toList()));
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
                "SELECT id, person, ref_source, ref_id, channel, class, until, unless_answered"
                    + " FROM deferral"
                    + " WHERE employer = ? AND person = ? ORDER BY until, arrived, id",
                JdbcDeferrals::deferral,
                employer.no(),
                personNo));
  }

  @Override
  public Set<String> held(Employer employer, String source, Collection<String> ids) {
    return database.transaction(
        c ->
            Set.copyOf(
                Sql.query(
                    c,
                    "SELECT DISTINCT ref_id FROM deferral"
                        + " WHERE employer = ? AND ref_source = ? AND ref_id = ANY (?)",
                    r -> r.getString(1),
                    employer.no(),
                    source,
                    Sql.texts(c, List.copyOf(ids)))));
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
        ContactWords.read(r.getString(6), Channel.valueOf(r.getString(5))),
        Sql.instant(r, 7),
        r.getBoolean(8));
  }
}
