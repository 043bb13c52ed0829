package org.feierabend.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * A side's Ed25519 key with its private half: offline, in a demo, or in a test; never a server's.
 */
public final class SigningKey {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final PrivateKey privateKey;
  private final PublicKey publicKey;

  private SigningKey(PrivateKey privateKey, PublicKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    if (!publicKey.verifies("probe", sign("probe").signature()))
      throw new IllegalArgumentException("The two halves of the key do not belong together.");
  }

  public static SigningKey create() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new SigningKey(
          pair.getPrivate(),
          new PublicKey(Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no Ed25519; any JDK from 17 on has.", e);
    }
  }

  /** Out of a file with both halves, as {@link #pem} writes it. */
  public static SigningKey ofPem(String pem) {
    int from = pem.indexOf(BEGIN);
    int to = pem.indexOf(END);
    if (from < 0 || to < from)
      throw new IllegalArgumentException(
          "A file with a signing key has the line '%s'; this has none.".formatted(BEGIN));
    try {
      byte[] der =
          Base64.getDecoder()
              .decode(pem.substring(from + BEGIN.length(), to).replaceAll("\\s", ""));
      return new SigningKey(
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der)),
          PublicKey.ofPem(pem));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("This file holds no Ed25519 key.", e);
    }
  }

  /** PKCS #8 and X.509, one after the other. */
  public String pem() {
    return BEGIN
        + "\n"
        + Base64.getEncoder().encodeToString(privateKey.getEncoded())
        + "\n"
        + END
        + "\n"
        + publicKey.pem();
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  public Signed sign(String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return new Signed(text, Base64.getEncoder().encodeToString(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key cannot sign.", e);
    }
  }
}
