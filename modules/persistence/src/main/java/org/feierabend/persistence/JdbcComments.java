package org.feierabend.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.edition.Comments;

/** Comments on a proposal, in PostgreSQL. */
public final class JdbcComments implements Comments {
  private final Database database;

  public JdbcComments(Database database) {
    this.database = database;
  }

  @Override
  public void add(EmployerId employer, Comment comment) {
    database.transaction(
        c ->
            Sql.update(
                c,
                "INSERT INTO policy_comment VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                employer.value(),
                comment.id(),
                comment.edition(),
                comment.by().map(PersonId::value).orElse(null),
                comment.text(),
                comment.on()));
  }

  @Override
  public List<Comment> of(EmployerId employer, String edition) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT id, person, text, on_day FROM policy_comment"
                    + " WHERE employer = ? AND edition = ? ORDER BY on_day, id",
                r ->
                    new Comment(
                        r.getObject(1, UUID.class),
                        edition,
                        Optional.ofNullable(r.getString(2)).map(PersonId::new),
                        r.getString(3),
                        r.getObject(4, LocalDate.class)),
                employer.value(),
                edition));
  }
}
