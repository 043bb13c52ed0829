package org.feierabend.signature;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.decision.BadValue;
import org.feierabend.report.JsonReader;

/**
 * The one form a private half is taken in: under a passphrase, as the pages wrap it
 * (app/signing.js). What was not wrapped must never lie in the database.
 */
public final class WrappedForm {
  /** Rounds of PBKDF2 with HMAC-SHA-512 the pages make. */
  public static final int LEAST_ITERATIONS = 600_000;

  private static final int MOST_ITERATIONS = 100_000_000;
  private static final int SALT = 16;
  private static final int IV = 12;
  private static final int SHORTEST = 64; // 48 bytes of PKCS#8 and the 16 of AES-GCM's tag
  private static final int LONGEST = 128;
  private static final byte[] ED25519 = {0x06, 0x03, 0x2b, 0x65, 0x70}; // its OID, in DER
  private static final int RAW = 32;

  private WrappedForm() {}

  /** Refuses what is not of this form, or holds the key in the clear; never says what it held. */
  public static void require(PublicKey key, String wrapped) {
    Map<String, Object> fields;
    try {
      fields = JsonReader.object(wrapped);
    } catch (IllegalArgumentException | IndexOutOfBoundsException noJson) {
      throw refused();
    }
    if (!fields.keySet().equals(Set.of("iterations", "salt", "iv", "key"))
        || !(fields.get("iterations") instanceof Long n)
        || n < LEAST_ITERATIONS
        || n > MOST_ITERATIONS
        || bytes(fields, "salt").filter(b -> b.length == SALT).isEmpty()
        || bytes(fields, "iv").filter(b -> b.length == IV).isEmpty()) throw refused();
    byte[] half =
        bytes(fields, "key")
            .filter(b -> b.length >= SHORTEST && b.length <= LONGEST)
            .orElseThrow(WrappedForm::refused);
    byte[] spki = Base64.getDecoder().decode(key.base64());
    if (holds(half, ED25519)
        || holds(half, Arrays.copyOfRange(spki, spki.length - RAW, spki.length))) throw refused();
  }

  private static Optional<byte[]> bytes(Map<String, Object> fields, String name) {
    try {
      return fields.get(name) instanceof String s
          ? Optional.of(Base64.getDecoder().decode(s))
          : Optional.empty();
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  private static boolean holds(byte[] all, byte[] part) {
    for (int i = 0; i + part.length <= all.length; i++)
      if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) return true;
    return false;
  }

  private static BadValue refused() {
    return new BadValue(
        "Ein privater Schlüssel wird nur verschlüsselt angenommen, wie die Seite ihn macht: {\"iterations\":%d,\"salt\":…,\"iv\":…,\"key\":…}, je Base64 (16, 12 und 64 bis 128 Bytes), mindestens so viele Runden. Steht hier ein Schlüssel im Klartext, gilt er als bekannt: einen neuen machen."
            .formatted(LEAST_ITERATIONS),
        "A private key is taken wrapped only, as the page makes it: {\"iterations\":%d,\"salt\":…,\"iv\":…,\"key\":…}, each in base64 (16, 12 and 64 to 128 bytes), with at least as many rounds. If a key in the clear stands here, take it for known: make a new one."
            .formatted(LEAST_ITERATIONS));
  }
}
