package org.feierabend.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feierabend.book.Proposals.Side;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Role;

/** Rule books that were handed in and what each side said, in PostgreSQL. */
public final class JdbcRuleBooks {
  private final Database database;

  public JdbcRuleBooks(Database database) {
    this.database = database;
  }

  /** Without its bytes. */
  public record Row(String edition, Instant from, Instant proposed, List<Word> words) {}

  /**
   * @param reason why it was rejected; empty: approved
   */
  public record Word(Side side, Optional<String> reason, Instant at) {}

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
        c -> {
          List<Row> rows =
              Sql.query(
                  c,
                  "SELECT edition, from_at, proposed FROM rule_book ORDER BY from_at, proposed",
                  r ->
                      new Row(
                          r.getString(1), Sql.instant(r, 2), Sql.instant(r, 3), new ArrayList<>()));
          for (Row row : rows)
            row.words()
                .addAll(
                    Sql.query(
                        c,
                        "SELECT employer, role, reason, at FROM rule_book_word WHERE edition = ?"
                            + " ORDER BY at",
                        r ->
                            new Word(
                                new Side(
                                    new EmployerId(r.getString(1)), Role.valueOf(r.getString(2))),
                                Optional.ofNullable(r.getString(3)),
                                Sql.instant(r, 4)),
                        row.edition()));
          return rows;
        });
  }

  public Optional<byte[]> zip(String edition) {
    return database.transaction(
        c ->
            Sql.query(c, "SELECT zip FROM rule_book WHERE edition = ?", r -> r.getBytes(1), edition)
                .stream()
                .findFirst());
  }

  /**
   * The first word of a side stands.
   *
   * @return whether this was the first
   */
  public boolean say(String edition, Word word) {
    return database.transaction(
        c ->
            Sql.update(
                    c,
                    "INSERT INTO rule_book_word VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    edition,
                    word.side().employer().value(),
                    word.side().role().name(),
                    word.reason().orElse(null),
                    word.at())
                == 1);
  }
}
