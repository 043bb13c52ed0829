package org.feierabend.server.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.feierabend.people.Secret;
import org.feierabend.people.Token;
import org.feierabend.people.Tokens;
import org.feierabend.server.Settings;

/** Whose bearer token it is. Remembers tokens for a moment: an enforcer asks for every message. */
@ApplicationScoped
public class Bearers {
  private static final Duration REMEMBERED = Duration.ofSeconds(10);
  private static final int MOST = 1_000;

  @Inject Tokens tokens;
  @Inject Settings settings;
  @Inject Clock clock;

  private final Map<ByteBuffer, Remembered> remembered = new ConcurrentHashMap<>();

  private record Remembered(Token token, Instant until) {}

  public Optional<LoggedIn> find(String secret) {
    byte[] hash = Secret.sha256(secret);
    if (isOperator(hash)) return Optional.of(LoggedIn.operator());
    Instant now = clock.instant();
    ByteBuffer key = ByteBuffer.wrap(hash);
    Remembered known = remembered.get(key);
    if (known != null && now.isBefore(known.until()))
      return Optional.of(LoggedIn.machine(known.token()));
    Optional<Token> found = tokens.find(hash, now);
    if (remembered.size() >= MOST) remembered.clear();
    found.ifPresent(t -> remembered.put(key, new Remembered(t, until(t, now))));
    return found.map(LoggedIn::machine);
  }

  /** Revokes at once, for the next request already. */
  public boolean revoke(String id) {
    boolean revoked = tokens.revoke(id);
    remembered.values().removeIf(r -> r.token().id().equals(id));
    return revoked;
  }

  private static Instant until(Token token, Instant now) {
    Instant until = now.plus(REMEMBERED);
    return token.expires().filter(until::isAfter).orElse(until);
  }

  private boolean isOperator(byte[] hash) {
    return settings
        .operatorTokenHash()
        .map(hex -> MessageDigest.isEqual(HexFormat.of().parseHex(hex), hash))
        .orElse(false);
  }
}
