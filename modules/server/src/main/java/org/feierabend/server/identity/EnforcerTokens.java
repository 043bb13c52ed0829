package org.feierabend.server.identity;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Role;
import org.feierabend.people.Secret;
import org.feierabend.people.Token;
import org.feierabend.people.Tokens;

/**
 * Knows the tokens of enforcing servers at doors that are no HTTP. Found ones are remembered for a
 * moment, so a revoked one ends within that.
 */
public final class EnforcerTokens {
  private static final Duration REMEMBERED = Duration.ofSeconds(10);
  private static final int MOST = 100;

  private final Tokens tokens;
  private final Clock clock;
  private final Map<ByteBuffer, Remembered> remembered = new ConcurrentHashMap<>();

  private record Remembered(Optional<Token> token, Instant until) {}

  public EnforcerTokens(Tokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Whether the secret is a token of that employer with the role enforcer. */
  public boolean admits(EmployerId employer, String secret) {
    return find(secret)
        .filter(token -> token.roles().contains(Role.ENFORCER))
        .filter(token -> token.employer().equals(Optional.of(employer)))
        .isPresent();
  }

  private Optional<Token> find(String secret) {
    Instant now = clock.instant();
    ByteBuffer key = ByteBuffer.wrap(Secret.sha256(secret));
    Remembered known = remembered.get(key);
    if (known != null && now.isBefore(known.until())) return known.token();
    Optional<Token> found = tokens.find(key.array(), now);
    if (remembered.size() >= MOST) remembered.clear();
    remembered.put(key, new Remembered(found, now.plus(REMEMBERED)));
    return found;
  }
}
