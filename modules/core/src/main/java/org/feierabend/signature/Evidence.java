package org.feierabend.signature;

import java.util.Objects;

/**
 * A declaration with the signature under it and the key that made it, for whoever was not there.
 * Whose key it is, it does not say.
 *
 * @param signature Ed25519 over the declaration's text, in base64
 */
public record Evidence(Declaration said, PublicKey key, String signature) {
  public Evidence {
    Objects.requireNonNull(said, "said");
    Objects.requireNonNull(key, "key");
    if (!key.verifies(said.text(), signature))
      throw new IllegalArgumentException(
          "The %s of %s is not what was signed with the key %s."
              .formatted(said.matter().kind(), said.side().key(), key.fingerprint()));
  }
}
