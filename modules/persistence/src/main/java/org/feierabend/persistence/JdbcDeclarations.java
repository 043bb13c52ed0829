package org.feierabend.persistence;

import java.util.List;
import org.feierabend.contact.EmployerId;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Declarations;
import org.feierabend.signature.Signed;

/** Signed declarations in PostgreSQL, in a table that only grows. */
public final class JdbcDeclarations implements Declarations {
  private final Database database;

  public JdbcDeclarations(Database database) {
    this.database = database;
  }

  @Override
  public List<Signed> all(EmployerId employer) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT text, signature FROM declaration WHERE employer = ? ORDER BY seq",
                r -> new Signed(r.getString(1), r.getString(2)),
                employer.value()));
  }

  @Override
  public boolean append(Declaration said, Signed signed) {
    return database.transaction(
        c ->
            Sql.update(
                    c,
                    "INSERT INTO declaration (employer, side, after, text, signature)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    said.employer().value(),
                    said.side().name(),
                    said.after(),
                    signed.text(),
                    signed.signature())
                == 1);
  }
}
