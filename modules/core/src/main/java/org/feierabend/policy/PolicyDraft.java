package org.feierabend.policy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A policy document that is whole and weaker than the law nowhere; whether anybody signed it is
 * another question.
 *
 * @param document as it was written, comments and all
 * @param canonical the one JSON text of its values (RFC 8785): what is signed
 * @param hash SHA-256 of the canonical text's bytes, 64 hexadecimal digits; comments and order do
 *     not change it
 * @param policy what it says; its edition is the content hash of this document and of the rules
 */
public record PolicyDraft(String document, String canonical, String hash, Policy policy)
    implements PolicyForms.Reading {
  public PolicyDraft {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(canonical, "canonical");
    Objects.requireNonNull(policy, "policy");
    if (!hash.matches("[0-9a-f]{64}"))
      throw new IllegalArgumentException(
          "A content hash has 64 hexadecimal digits, but got '%s'.".formatted(hash));
  }

  /** The bytes both sides sign. */
  public byte[] bytes() {
    return canonical.getBytes(StandardCharsets.UTF_8);
  }
}
