package org.feierabend.persistence;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Token;
import org.feierabend.people.Tokens;

/** Bearer tokens in the table {@code token}. */
public final class JdbcTokens implements Tokens {
  private final Statements sql;

  public JdbcTokens(Database database) {
    sql = new Statements(database);
  }

  @Override
  public void issue(Token token, byte[] sha256) {
    sql.update(
        "INSERT INTO token (id, sha256, label, employer, roles, created, expires)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        token.id(),
        sha256,
        token.label(),
        token.employer().map(EmployerId::value).orElse(null),
        AccountRows.words(token.roles()),
        token.created(),
        token.expires().orElse(null));
  }

  @Override
  public Optional<Token> find(byte[] sha256, Instant now) {
    record Hit(byte[] sha256, Token token) {}
    return sql
        .list(
            "SELECT * FROM token WHERE sha256 = ? AND (expires IS NULL OR expires > ?)",
            row -> new Hit(row.getBytes("sha256"), token(row)),
            sha256,
            now)
        .stream()
        .filter(hit -> MessageDigest.isEqual(hit.sha256(), sha256))
        .map(Hit::token)
        .findFirst();
  }

  @Override
  public List<Token> all() {
    return sql.list("SELECT * FROM token ORDER BY created, id", JdbcTokens::token);
  }

  @Override
  public boolean revoke(String id) {
    return sql.update("DELETE FROM token WHERE id = ?", id) == 1;
  }

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getString("id"),
        row.getString("label"),
        AccountRows.employer(row),
        AccountRows.roles(row.getString("roles")),
        row.getObject("created", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("expires", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
