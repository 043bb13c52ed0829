package org.feierabend.server.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.feierabend.people.Secret;

/** Hashes and checks passwords: PBKDF2 with HMAC-SHA-512, 210,000 rounds (OWASP, 2023). */
@ApplicationScoped
public class Passwords {
  /** As many at once as leave a core to everybody else; more wait. */
  private final Semaphore turns = new Semaphore(2, true);

  @Inject Pbkdf2PasswordHash pbkdf2;
  private String nobody;

  @PostConstruct
  void prepare() {
    pbkdf2.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "64"));
    nobody = hash(Secret.fresh());
  }

  String hash(String password) {
    turns.acquireUninterruptibly();
    try {
      return pbkdf2.generate(password.toCharArray());
    } finally {
      turns.release();
    }
  }

  /** Takes as long for a user who does not exist. */
  boolean matches(String password, Optional<String> stored) {
    turns.acquireUninterruptibly();
    try {
      boolean same = pbkdf2.verify(password.toCharArray(), stored.orElse(nobody));
      return same && stored.isPresent();
    } finally {
      turns.release();
    }
  }
}
