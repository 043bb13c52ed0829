package org.feierabend.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feierabend.intake.GivenAnswers;

/** Answers kept for a request that may come again, in PostgreSQL. */
public final class JdbcGivenAnswers implements GivenAnswers {
  private final Database database;

  public JdbcGivenAnswers(Database database) {
    this.database = database;
  }

  @Override
  public Turn begin(byte[] id, Instant now) {
    return database.transaction(
        c -> {
          Sql.update(
              c,
              "DELETE FROM given_answer WHERE id = ?"
                  + " AND (began < ? OR (answer IS NULL AND began < ?))",
              id,
              now.minus(KEPT),
              now.minus(AT_WORK));
          if (Sql.update(
                  c, "INSERT INTO given_answer VALUES (?, ?) ON CONFLICT DO NOTHING", id, now)
              == 1) return new Turn.First();
          List<Optional<byte[]>> answers =
              Sql.query(
                  c,
                  "SELECT answer FROM given_answer WHERE id = ?",
                  r -> Optional.ofNullable(r.getBytes(1)),
                  id);
          return answers.stream()
              .flatMap(Optional::stream)
              .findFirst()
              .<Turn>map(Turn.Given::new)
              .orElseGet(Turn.AtWork::new);
        });
  }

  @Override
  public void give(byte[] id, byte[] answer) {
    database.transaction(
        c -> Sql.update(c, "UPDATE given_answer SET answer = ? WHERE id = ?", answer, id));
  }

  @Override
  public void forget(byte[] id) {
    database.transaction(c -> Sql.update(c, "DELETE FROM given_answer WHERE id = ?", id));
  }

  @Override
  public void forgetDue(Instant now) {
    database.transaction(
        c -> Sql.update(c, "DELETE FROM given_answer WHERE began < ?", now.minus(KEPT)));
  }
}
