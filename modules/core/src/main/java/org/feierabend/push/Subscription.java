package org.feierabend.push;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.feierabend.decision.Language;

/**
 * A browser that wants to be told. Never printed: its address leads to one person's device.
 *
 * @param endpoint of the browser's push service (RFC 8030)
 * @param key the browser's public key, an uncompressed point of P-256 (RFC 8291)
 * @param auth its authentication secret
 * @param language in which it is told
 */
public record Subscription(
    UUID id, URI endpoint, byte[] key, byte[] auth, Language language, Instant created) {
  private static final int POINT = 65;
  private static final int AUTH = 16;
  private static final int LONGEST = 1_024;

  public Subscription {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(created, "created");
    if (endpoint.getHost() == null || endpoint.toString().length() > LONGEST)
      throw new IllegalArgumentException(
          "A push endpoint is an address of at most %d characters.".formatted(LONGEST));
    if (key.length != POINT || key[0] != 4)
      throw new IllegalArgumentException(
          "A push key is an uncompressed point of 65 bytes, but got %d.".formatted(key.length));
    if (auth.length != AUTH)
      throw new IllegalArgumentException(
          "A push secret has 16 bytes, but got %d.".formatted(auth.length));
    key = key.clone();
    auth = auth.clone();
  }

  @Override
  public byte[] key() {
    return key.clone();
  }

  @Override
  public byte[] auth() {
    return auth.clone();
  }

  @Override
  public String toString() {
    return "Subscription(…)"; // a log line must not hold a person's device
  }
}
