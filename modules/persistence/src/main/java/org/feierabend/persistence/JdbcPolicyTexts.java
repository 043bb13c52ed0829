package org.feierabend.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.contact.EmployerId;
import org.feierabend.edition.PolicyTexts;

/** Policy documents in PostgreSQL: drafts, and what was proposed. */
public final class JdbcPolicyTexts implements PolicyTexts {
  private static final String DRAFTS =
      "SELECT id, text, changed, version FROM policy_draft WHERE employer = ?";

  private final Database database;

  public JdbcPolicyTexts(Database database) {
    this.database = database;
  }

  @Override
  public List<Draft> drafts(EmployerId employer) {
    return database.transaction(
        c -> Sql.query(c, DRAFTS + " ORDER BY changed", JdbcPolicyTexts::draft, employer.value()));
  }

  @Override
  public Optional<Draft> draft(EmployerId employer, UUID id) {
    return database.transaction(
        c ->
            Sql.query(c, DRAFTS + " AND id = ?", JdbcPolicyTexts::draft, employer.value(), id)
                .stream()
                .findFirst());
  }

  private static Draft draft(ResultSet r) throws SQLException {
    return new Draft(r.getObject(1, UUID.class), r.getString(2), Sql.instant(r, 3), r.getLong(4));
  }

  @Override
  public void add(EmployerId employer, Draft draft) {
    database.transaction(
        c ->
            Sql.update(
                c,
                "INSERT INTO policy_draft VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                employer.value(),
                draft.id(),
                draft.text(),
                draft.changed(),
                draft.version()));
  }

  @Override
  public boolean replace(EmployerId employer, Draft draft) {
    return database.transaction(
            c ->
                Sql.update(
                    c,
                    "UPDATE policy_draft SET text = ?, changed = ?, version = ?"
                        + " WHERE employer = ? AND id = ? AND version = ?",
                    draft.text(),
                    draft.changed(),
                    draft.version(),
                    employer.value(),
                    draft.id(),
                    draft.version() - 1))
        == 1;
  }

  @Override
  public boolean drop(EmployerId employer, UUID id, long version) {
    return database.transaction(
            c ->
                Sql.update(
                    c,
                    "DELETE FROM policy_draft WHERE employer = ? AND id = ? AND version = ?",
                    employer.value(),
                    id,
                    version))
        == 1;
  }

  @Override
  public void keep(EmployerId employer, String document, String text) {
    database.transaction(
        c ->
            Sql.update(
                c,
                "INSERT INTO policy_text VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                employer.value(),
                document,
                text));
  }

  @Override
  public Optional<String> text(EmployerId employer, String document) {
    return database.transaction(
        c ->
            Sql.query(
                    c,
                    "SELECT text FROM policy_text WHERE employer = ? AND document = ?",
                    r -> r.getString(1),
                    employer.value(),
                    document)
                .stream()
                .findFirst());
  }
}
