package org.feierabend.signature;

import java.util.Objects;

/**
 * A declaration's text with its signature, as it was handed in; nothing about it is believed yet.
 *
 * @param signature Ed25519 over the UTF-8 bytes of the text, in base64
 */
public record Signed(String text, String signature) {
  public Signed {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(signature, "signature");
  }
}
