package org.feierabend.persistence;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where PostgreSQL is.
 *
 * @param url such as {@code jdbc:postgresql://127.0.0.1:8471/feierabend}
 * @param pool connections kept, at least 2
 * @param patience how long to wait for the server at start
 * @param owner empty: {@code user} owns the tables too
 */
public record DatabaseSettings(
    String url, String user, String password, int pool, Duration patience, Optional<Owner> owner) {
  /** The role that owns the tables and brings the schema up to date. */
  public record Owner(String user, String password) {
    public Owner {
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(password, "password");
    }

    @Override
    public String toString() {
      return user; // never the password
    }
  }

  public DatabaseSettings {
    if (url == null || !url.startsWith("jdbc:postgresql:"))
      throw new IllegalArgumentException(
          "feierabend.database.url must start with jdbc:postgresql:, but is '%s'.".formatted(url));
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(owner, "owner");
    if (pool < 2)
      throw new IllegalArgumentException("A pool has at least 2 connections, got " + pool + ".");
  }

  public DatabaseSettings(String url, String user, String password, int pool, Duration patience) {
    this(url, user, password, pool, patience, Optional.empty());
  }

  /** 8 connections, a minute of patience. */
  public static DatabaseSettings of(String url, String user, String password) {
    return new DatabaseSettings(url, user, password, 8, Duration.ofMinutes(1));
  }

  @Override
  public String toString() {
    return "%s as %s".formatted(url.replaceFirst("\\?.*", ""), user); // never the password
  }
}
