package org.feierabend.rulebook;

import java.time.Instant;
import java.util.Objects;

/**
 * A policy document that holds because both sides signed it, or because nothing is signed.
 *
 * @param hash of its canonical JSON
 * @param document as it was written
 * @param ends when something else takes its place; else {@link Instant#MAX}
 */
public record SignedPolicy(String hash, String document, Instant ends) {
  public SignedPolicy {
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(ends, "ends");
  }

  /** The law layer alone. */
  public static SignedPolicy builtIn(Instant ends) {
    return new SignedPolicy(BuiltIn.HASH, BuiltIn.document(), ends);
  }
}
