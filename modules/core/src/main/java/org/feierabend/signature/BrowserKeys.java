package org.feierabend.signature;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Role;

/** Keys a signer made in the browser, kept so that the next browser can unwrap them. */
public interface BrowserKeys {
  /** Longest wrapped key, in characters. */
  int LONGEST = 2_000;

  /**
   * @param wrapped the private half under a passphrase, in the browser's own form; of no use here
   */
  record Wrapped(PublicKey key, String wrapped) {
    public Wrapped {
      Objects.requireNonNull(key, "key");
      if (wrapped.isBlank() || wrapped.length() > LONGEST)
        throw new IllegalArgumentException(
            "A wrapped key has 1 to %d characters, but got %d."
                .formatted(LONGEST, wrapped.length()));
    }
  }

  /**
   * @return false, and nothing is changed, where this key is kept in another wrapping
   */
  boolean keep(EmployerId employer, Role side, Wrapped key, Instant at);

  /** The newest last. */
  List<Wrapped> all(EmployerId employer, Role side);
}
