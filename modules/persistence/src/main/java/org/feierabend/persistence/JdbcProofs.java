package org.feierabend.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.book.Proof;
import org.feierabend.book.Proof.State;
import org.feierabend.book.Proofs;

/** Rule books on their way in, in PostgreSQL. */
public final class JdbcProofs implements Proofs {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final String PROOF =
      "SELECT id, from_at, asked, state, edition, reason FROM rule_book_proof ";

  private final Statements statements;

  public JdbcProofs(Database database) {
    statements = new Statements(database);
  }

  @Override
  public void add(Proof proof, byte[] zip) {
    statements.update(
        "DELETE FROM rule_book_proof WHERE state <> 'PROVING' AND asked < ?",
        proof.asked().minus(KEPT));
    statements.update(
        "INSERT INTO rule_book_proof (id, zip, from_at, asked, state) VALUES (?, ?, ?, ?, 'PROVING')",
        proof.id(),
        zip,
        proof.from(),
        proof.asked());
  }

  @Override
  public List<UUID> waiting() {
    return statements.list(
        "SELECT id FROM rule_book_proof WHERE state = 'PROVING' ORDER BY asked, id",
        r -> r.getObject(1, UUID.class));
  }

  @Override
  public Optional<Begun> begin(UUID id) {
    return statements
        .list(
            "UPDATE rule_book_proof SET tries = tries + 1 WHERE id = ? AND state = 'PROVING'"
                + " RETURNING zip, from_at, tries",
            r -> new Begun(r.getBytes(1), Sql.instant(r, 2), r.getInt(3)),
            id)
        .stream()
        .findFirst();
  }

  @Override
  public void proposed(UUID id, String edition) {
    settle(id, State.PROPOSED, edition, null);
  }

  @Override
  public void refused(UUID id, String reason) {
    settle(id, State.REFUSED, null, reason);
  }

  private void settle(UUID id, State state, String edition, String reason) {
    statements.update(
        "UPDATE rule_book_proof SET state = ?, edition = ?, reason = ?, zip = NULL"
            + " WHERE id = ? AND state = 'PROVING'",
        state.name(),
        edition,
        reason,
        id);
  }

  @Override
  public Optional<Proof> find(UUID id) {
    return statements.list(PROOF + "WHERE id = ?", JdbcProofs::proof, id).stream().findFirst();
  }

  @Override
  public List<Proof> open(Instant since) {
    return statements.list(
        PROOF
            + "WHERE state = 'PROVING' OR (state = 'REFUSED' AND asked >= ?) ORDER BY asked DESC, id",
        JdbcProofs::proof,
        since);
  }

  private static Proof proof(ResultSet r) throws SQLException {
    return new Proof(
        r.getObject(1, UUID.class),
        Sql.instant(r, 2),
        Sql.instant(r, 3),
        State.valueOf(r.getString(4)),
        Optional.ofNullable(r.getString(5)),
        Optional.ofNullable(r.getString(6)).map(Proof.Fault::all).orElse(List.of()));
  }
}
