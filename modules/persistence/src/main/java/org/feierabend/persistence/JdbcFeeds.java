package org.feierabend.persistence;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.calendar.Feed;
import org.feierabend.calendar.Feeds;
import org.feierabend.people.Employer;

/** Secret addresses in the table {@code feed}. */
public final class JdbcFeeds implements Feeds {
  private final Statements sql;

  public JdbcFeeds(Database database) {
    sql = new Statements(database);
  }

  @Override
  public void add(Employer employer, long person, Feed feed, byte[] sha256) {
    sql.update(
        "INSERT INTO feed (id, sha256, employer, person, created) VALUES (?, ?, ?, ?, ?)",
        feed.id(),
        sha256,
        employer.no(),
        person,
        feed.created());
  }

  @Override
  public List<Feed> of(Employer employer, long person) {
    return sql.list(
        "SELECT id, created FROM feed WHERE employer = ? AND person = ? ORDER BY created, id",
        row ->
            new Feed(
                row.getObject("id", UUID.class),
                row.getObject("created", OffsetDateTime.class).toInstant()),
        employer.no(),
        person);
  }

  @Override
  public boolean revoke(Employer employer, long person, UUID id) {
    return sql.update(
            "DELETE FROM feed WHERE employer = ? AND person = ? AND id = ?",
            employer.no(),
            person,
            id)
        == 1;
  }

  @Override
  public Optional<Owner> owner(byte[] sha256) {
    return sql
        .list(
            "SELECT employer, person FROM feed WHERE sha256 = ?",
            row -> new Owner(row.getInt("employer"), row.getLong("person")),
            sha256)
        .stream()
        .findFirst();
  }
}
