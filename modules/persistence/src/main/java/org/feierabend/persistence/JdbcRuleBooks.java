package org.feierabend.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rule books that were handed in, in PostgreSQL. */
public final class JdbcRuleBooks {
  private final Database database;

  public JdbcRuleBooks(Database database) {
    this.database = database;
  }

  /** Without its bytes. */
  public record Row(String edition, Instant from, Instant proposed) {}

  /**
   * The same edition again changes nothing.
   *
   * @return whether it was new
   */
  public boolean keep(String edition, byte[] zip, Instant from, Instant proposed) {
    return database.transaction(
        c ->
            Sql.update(
                    c,
                    "INSERT INTO rule_book VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    edition,
                    zip,
                    from,
                    proposed)
                == 1);
  }

  /** By the instant they are to take force. */
  public List<Row> all() {
    return database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT edition, from_at, proposed FROM rule_book ORDER BY from_at, proposed",
                r -> new Row(r.getString(1), Sql.instant(r, 2), Sql.instant(r, 3))));
  }

  public Optional<byte[]> zip(String edition) {
    return database.transaction(
        c ->
            Sql.query(c, "SELECT zip FROM rule_book WHERE edition = ?", r -> r.getBytes(1), edition)
                .stream()
                .findFirst());
  }
}
