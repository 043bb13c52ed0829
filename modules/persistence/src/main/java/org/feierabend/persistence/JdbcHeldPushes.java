package org.feierabend.persistence;

import java.time.Instant;
import java.util.List;
import org.feierabend.people.Employer;
import org.feierabend.push.HeldPush;
import org.feierabend.push.HeldPushes;

/** Pushes that wait, in the table {@code held_push}. */
public final class JdbcHeldPushes implements HeldPushes {
  private final Statements sql;

  public JdbcHeldPushes(Database database) {
    sql = new Statements(database);
  }

  @Override
  public void hold(Employer employer, HeldPush push, byte[] event) {
    sql.update(
        "INSERT INTO held_push AS h (employer, person, device, notification, event, events, until)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (employer, person, device) DO UPDATE SET"
            + " notification = excluded.notification, event = excluded.event, until = excluded.until,"
            + " events = h.events + (h.event <> excluded.event)::int",
        employer.no(),
        push.person(),
        push.device(),
        push.notification(),
        event,
        push.events(),
        push.until());
  }

  @Override
  public List<HeldPush> due(Employer employer, Instant now, int limit) {
    return sql.list(
        "SELECT person, device, notification, events, until FROM held_push"
            + " WHERE employer = ? AND until <= ? ORDER BY until, person, device LIMIT ?",
        r ->
            new HeldPush(
                r.getLong(1), r.getBytes(2), r.getString(3), r.getInt(4), Sql.instant(r, 5)),
        employer.no(),
        now,
        limit);
  }

  @Override
  public int of(Employer employer, long person) {
    return sql.list(
            "SELECT count(*) FROM held_push WHERE employer = ? AND person = ?",
            r -> r.getInt(1),
            employer.no(),
            person)
        .get(0);
  }

  @Override
  public void later(Employer employer, HeldPush push) {
    sql.update(
        "UPDATE held_push SET until = ? WHERE employer = ? AND person = ? AND device = ?",
        push.until(),
        employer.no(),
        push.person(),
        push.device());
  }

  @Override
  public void done(Employer employer, HeldPush push) {
    sql.update(
        "DELETE FROM held_push WHERE employer = ? AND person = ? AND device = ? AND events = ?",
        employer.no(),
        push.person(),
        push.device(),
        push.events());
  }
}
