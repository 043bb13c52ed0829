package org.feierabend.signature;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;
import org.junit.jupiter.api.Test;

class WrappedFormTest {
  private static final SigningKey PAIR = SigningKey.create();
  private static final byte[] PKCS8 = Base64.getDecoder().decode(PAIR.pem().split("\n")[1]);

  private static String wrapped(int iterations, int salt, int iv, byte[] key) {
    return "{\"iterations\":%d,\"salt\":\"%s\",\"iv\":\"%s\",\"key\":\"%s\"}"
        .formatted(iterations, base64(new byte[salt]), base64(new byte[iv]), base64(key));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void refused(String wrapped) {
    BadValue refused =
        assertThrows(BadValue.class, () -> WrappedForm.require(PAIR.publicKey(), wrapped), wrapped);
    Sentence why = BadValue.told(refused);
    assertTrue(why.de().contains("nur verschlüsselt") && why.en().contains("wrapped only"));
    assertFalse(why.en().contains(base64(PKCS8)), "what it held is not said");
  }

  @Test
  void what_the_pages_wrap_is_taken() {
    assertDoesNotThrow(
        () -> WrappedForm.require(PAIR.publicKey(), wrapped(600_000, 16, 12, new byte[64])));
  }

  @Test
  void a_private_key_in_the_clear_is_refused_whatever_it_is_dressed_in() {
    refused(PAIR.pem());
    refused(base64(PKCS8));
    refused(wrapped(600_000, 16, 12, PKCS8));
    refused(wrapped(600_000, 16, 12, Arrays.copyOf(PKCS8, 64)));
    byte[] halves = new byte[64]; // seed and public half, as some libraries keep a key
    System.arraycopy(PKCS8, PKCS8.length - 32, halves, 0, 32);
    byte[] spki = Base64.getDecoder().decode(PAIR.publicKey().base64());
    System.arraycopy(spki, spki.length - 32, halves, 32, 32);
    refused(wrapped(600_000, 16, 12, halves));
  }

  @Test
  void fewer_rounds_other_lengths_and_other_fields_are_refused() {
    refused(wrapped(599_999, 16, 12, new byte[64]));
    refused(wrapped(600_000, 15, 12, new byte[64]));
    refused(wrapped(600_000, 16, 11, new byte[64]));
    refused(wrapped(600_000, 16, 12, new byte[63]));
    refused(wrapped(600_000, 16, 12, new byte[129]));
    refused(wrapped(600_000, 16, 12, new byte[64]).replace("}", ",\"note\":\"x\"}"));
    refused("{\"iterations\":600000}");
    refused("{");
    refused("\"");
  }
}
