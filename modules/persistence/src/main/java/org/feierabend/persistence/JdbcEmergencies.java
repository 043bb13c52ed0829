package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.intake.Acceptance.Accepted;
import org.feierabend.intake.Emergencies;
import org.feierabend.intake.Emergency;
import org.feierabend.people.Employer;

/** Emergencies of the last weeks, in PostgreSQL. */
public final class JdbcEmergencies implements Emergencies {
  private static final String KEPT =
      "SELECT id, hour, role, reason, verdict, judged FROM emergency";

  private final Database database;

  public JdbcEmergencies(Database database) {
    this.database = database;
  }

  /** One row for each, however many of its contacts are in the batch or came before. */
  static void put(Connection c, Employer employer, Collection<Accepted> accepted)
      throws SQLException {
    TreeMap<UUID, Emergency> found = new TreeMap<>(); // sorted: no deadlock
    for (Accepted a : accepted) a.emergency().ifPresent(e -> found.putIfAbsent(e.id(), e));
    if (found.isEmpty()) return;
    List<Emergency> all = List.copyOf(found.values());
    Sql.update(
        c,
        "INSERT INTO emergency (employer, id, hour, role, reason)"
            + " SELECT ?, e.* FROM unnest(?, ?, ?, ?) AS e ON CONFLICT DO NOTHING",
        employer.no(),
        c.createArrayOf("uuid", found.keySet().toArray()),
        Sql.instants(c, all.stream().map(Emergency::hour).toList()),
        Sql.texts(c, all.stream().map(e -> e.role().name()).toList()),
        Sql.texts(c, all.stream().map(e -> e.reason().name()).toList()));
  }

  @Override
  public List<Kept> since(Employer employer, Instant from) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                KEPT + " WHERE employer = ? AND hour >= ? ORDER BY hour, id",
                JdbcEmergencies::kept,
                employer.no(),
                from));
  }

  @Override
  public Optional<Kept> find(Employer employer, UUID id) {
    return database.transaction(
        c ->
            Sql.query(
                    c,
                    KEPT + " WHERE employer = ? AND id = ?",
                    JdbcEmergencies::kept,
                    employer.no(),
                    id)
                .stream()
                .findFirst());
  }

  @Override
  public boolean judge(Employer employer, UUID id, Judgement judgement) {
    return database.transaction(
        c ->
            Sql.update(
                    c,
                    "UPDATE emergency SET verdict = ?, judged = ?"
                        + " WHERE employer = ? AND id = ? AND verdict IS NULL",
                    judgement.verdict().name(),
                    judgement.at(),
                    employer.no(),
                    id)
                == 1);
  }

  @Override
  public void forget(Employer employer, Instant before) {
    database.transaction(
        c ->
            Sql.update(
                c, "DELETE FROM emergency WHERE employer = ? AND hour < ?", employer.no(), before));
  }

  private static Kept kept(ResultSet r) throws SQLException {
    String verdict = r.getString(5);
    return new Kept(
        new Emergency(
            r.getObject(1, UUID.class),
            Sql.instant(r, 2),
            Sender.valueOf(r.getString(3)),
            EmergencyReason.valueOf(r.getString(4))),
        verdict == null
            ? Optional.empty()
            : Optional.of(new Judgement(Verdict.valueOf(verdict), Sql.instant(r, 6))));
  }
}
