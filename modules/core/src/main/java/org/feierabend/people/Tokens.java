package org.feierabend.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bearer tokens, known by their SHA-256 alone. */
public interface Tokens {
  void issue(Token token, byte[] sha256);

  /** The token with that hash, unless revoked or expired at {@code now}. */
  Optional<Token> find(byte[] sha256, Instant now);

  List<Token> all();

  /** False when there is none with that id. */
  boolean revoke(String id);
}
