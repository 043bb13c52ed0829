package org.feierabend.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 and Ed25519, as every Java from 17 on has them. */
final class Crypto {
  private Crypto() {}

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256; use a JDK from 17 on.", e);
    }
  }

  /** Base64 in its one right form. */
  private static byte[] decode(String base64) throws Wrong {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (Base64.getEncoder().encodeToString(bytes).equals(base64)) return bytes;
    } catch (IllegalArgumentException e) {
      throw new Wrong("„%s“ ist kein Base64", "'%s' is no base64", base64);
    }
    throw new Wrong("„%s“ ist kein kanonisches Base64", "'%s' is no canonical base64", base64);
  }

  static PublicKey key(String base64) throws Wrong {
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(decode(base64)));
    } catch (GeneralSecurityException e) {
      throw new Wrong(
          "„%s“ ist kein öffentlicher Ed25519-Schlüssel", "'%s' is no Ed25519 public key", base64);
    }
  }

  /** The base64 between the lines of a PEM file. */
  static String pem(String text) throws Wrong {
    String body =
        text.replaceAll("(?s).*-----BEGIN PUBLIC KEY-----(.*?)-----END PUBLIC KEY-----.*", "$1");
    if (body.equals(text))
      throw new Wrong("darin steht kein PUBLIC KEY", "there is no PUBLIC KEY in it");
    return body.replaceAll("\\s", "");
  }

  static boolean signed(PublicKey key, String hexHash, String base64) throws Wrong {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(HexFormat.of().parseHex(hexHash));
      return signature.verify(decode(base64));
    } catch (GeneralSecurityException e) {
      return false; // not even the shape of a signature
    }
  }

  /** Short enough to be compared over the telephone. */
  static String fingerprint(String base64) throws Wrong {
    return sha256(decode(base64)).substring(0, 32).replaceAll("(.{4})(?=.)", "$1 ");
  }
}
