package org.feierabend.verifier;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A chain as text, hashed and signed by hand, with neither Feierabend's code nor the verifier's.
 */
class SignedLines {
  KeyPair pair = freshPair();
  final List<String> lines = new ArrayList<>();
  String prev = "0".repeat(64);

  static KeyPair freshPair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Joins the parts with hash and signature at their places in the alphabet. */
  void row(String beforeHash, String beforeSignature, String rest) throws Exception {
    byte[] hash = sha256(beforeHash + beforeSignature + rest);
    prev = HexFormat.of().formatHex(hash);
    lines.add(
        beforeHash
            + "\"hash\":\""
            + prev
            + "\","
            + beforeSignature
            + "\"signature\":\""
            + sign(hash)
            + "\","
            + rest);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  String head() throws Exception {
    String body =
        "{\"count\":"
            + lines.size()
            + ",\"employer\":\"town\",\"hash\":\""
            + prev
            + "\",\"key\":\""
            + key()
            + "\"";
    return body + ",\"signature\":\"" + sign(sha256(body + "}")) + "\"}\n";
  }

  String pem() {
    return "-----BEGIN PUBLIC KEY-----\n" + key() + "\n-----END PUBLIC KEY-----\n";
  }

  String key() {
    return key(pair);
  }

  static String key(KeyPair pair) {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  private String sign(byte[] hash) throws Exception {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(hash);
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  static byte[] sha256(String text) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
