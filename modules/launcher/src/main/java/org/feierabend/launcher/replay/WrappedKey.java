package org.feierabend.launcher.replay;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.feierabend.launcher.Api;
import org.feierabend.signature.SigningKey;

/** A signing key under a passphrase, in the form the pages wrap and unwrap (app/signing.js). */
final class WrappedKey {
  private static final int ITERATIONS = 600_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private WrappedKey() {}

  static String of(SigningKey key, String passphrase) {
    byte[] salt = random(16);
    byte[] iv = random(12);
    try {
      byte[] secret =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
              .generateSecret(new PBEKeySpec(passphrase.toCharArray(), salt, ITERATIONS, 256))
              .getEncoded();
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(128, iv));
      return Api.object()
          .put("iterations", ITERATIONS)
          .put("salt", base64(salt))
          .put("iv", base64(iv))
          .put("key", base64(cipher.doFinal(pkcs8(key))))
          .toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot wrap a key.", e);
    }
  }

  private static byte[] pkcs8(SigningKey key) {
    return Base64.getDecoder().decode(key.pem().split("\n")[1]);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
