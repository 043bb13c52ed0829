package org.feierabend.persistence;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.feierabend.decision.Language;
import org.feierabend.people.Employer;
import org.feierabend.push.Subscription;
import org.feierabend.push.Subscriptions;

/** Browsers to be told, in the table {@code push_subscription}. */
public final class JdbcPushSubscriptions implements Subscriptions {
  private final Statements sql;

  public JdbcPushSubscriptions(Database database) {
    sql = new Statements(database);
  }

  @Override
  public void add(Employer employer, long person, Subscription s) {
    sql.update(
        "INSERT INTO push_subscription (id, employer, person, endpoint, key, auth, language, created)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (endpoint) DO UPDATE SET id = excluded.id,"
            + " employer = excluded.employer, person = excluded.person, key = excluded.key,"
            + " auth = excluded.auth, language = excluded.language, created = excluded.created",
        s.id(),
        employer.no(),
        person,
        s.endpoint().toString(),
        s.key(),
        s.auth(),
        s.language().name(),
        s.created());
  }

  @Override
  public List<Subscription> of(Employer employer, long person) {
    return sql.list(
        "SELECT id, endpoint, key, auth, language, created FROM push_subscription"
            + " WHERE employer = ? AND person = ? ORDER BY created, id",
        r ->
            new Subscription(
                r.getObject(1, UUID.class),
                URI.create(r.getString(2)),
                r.getBytes(3),
                r.getBytes(4),
                Language.valueOf(r.getString(5)),
                Sql.instant(r, 6)),
        employer.no(),
        person);
  }

  @Override
  public boolean remove(Employer employer, long person, UUID id) {
    return sql.update(
            "DELETE FROM push_subscription WHERE employer = ? AND person = ? AND id = ?",
            employer.no(),
            person,
            id)
        == 1;
  }
}
