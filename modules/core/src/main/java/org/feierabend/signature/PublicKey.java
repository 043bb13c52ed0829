package org.feierabend.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.feierabend.decision.BadValue;

/**
 * The public half of a side's Ed25519 key.
 *
 * @param base64 the key as X.509 (SubjectPublicKeyInfo)
 */
public record PublicKey(String base64) {
  private static final int LENGTH = 44; // of an Ed25519 key in X.509
  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String END = "-----END PUBLIC KEY-----";

  public PublicKey {
    Objects.requireNonNull(base64, "base64");
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      if (der.length != LENGTH) throw new GeneralSecurityException("its length is " + der.length);
      decoded(der);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new BadValue(
          "Ein öffentlicher Schlüssel ist ein Ed25519-Schlüssel als X.509 in Base64; das hier ist keiner.",
          "A public key is an Ed25519 key as X.509 in base64; this is none.");
    }
  }

  /** Out of a PEM file, as {@code ./feierabend sign --new-key} and the pages write it. */
  public static PublicKey ofPem(String pem) {
    int from = pem.indexOf(BEGIN);
    int to = pem.indexOf(END);
    if (from < 0 || to < from)
      throw new IllegalArgumentException(
          "A file with a public key has the line '%s'; this has none.".formatted(BEGIN));
    return new PublicKey(pem.substring(from + BEGIN.length(), to).replaceAll("\\s", ""));
  }

  public String pem() {
    return BEGIN + "\n" + base64 + "\n" + END + "\n";
  }

  /** SHA-256 of the key in groups of four digits, for two people to read to each other. */
  public String fingerprint() {
    return hash().replaceAll("(.{4})(?!$)", "$1 ");
  }

  /** SHA-256 of the key. */
  public String hash() {
    return Hash.of(Base64.getDecoder().decode(base64));
  }

  /**
   * Whether this key signed that text.
   *
   * @param signature in base64
   */
  public boolean verifies(String text, String signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(decoded(Base64.getDecoder().decode(base64)));
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // a signature of another shape is no signature of this key
    }
  }

  private static java.security.PublicKey decoded(byte[] der) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
  }

  /** Lower-case hex SHA-256. */
  static final class Hash {
    private Hash() {}

    static String of(byte[] bytes) {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("This Java has no SHA-256; any JDK from 17 on has.", e);
      }
    }
  }
}
