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

/** An audit log written from docs/audit.md by hand, as text, with nobody's code. */
final class AuditFixture {
  final List<String> lines = new ArrayList<>();
  KeyPair pair = fresh();
  private String prev = "0".repeat(64);

  static AuditFixture ofFortyRows() throws Exception {
    AuditFixture log = new AuditFixture();
    for (int i = 0; i < 36; i++) {
      String edition = "%064x".formatted(i + 1);
      if (i == 17) log.rotated();
      switch (i % 4) {
        case 0 ->
            log.row("policy.proposed", "{\"role\":\"hr\"}", "\"edition\":\"" + edition + "\"");
        case 1 ->
            log.row(
                "policy.signed",
                "{\"key\":\"7f3a7f3a7f3a7f3a\",\"role\":\"council\"}",
                "\"edition\":\"" + edition + "\",\"from\":\"2026-12-01\"");
        case 2 ->
            log.row("token.issued", "{\"role\":\"operator\"}", "\"roles\":\"enforcer source\"");
        default ->
            log.row(
                "release.published",
                "{\"role\":\"server\"}",
                "\"hash\":\"" + edition + "\",\"week\":\"2026-W05\"");
      }
    }
    for (int i = 0; i < 3; i++)
      log.row("telework.agreed", "{\"role\":\"employee\"}", "\"kind\":\"individual\"");
    return log;
  }

  void rotated() throws Exception {
    KeyPair next = fresh();
    row("key.rotated", "{\"role\":\"operator\"}", "\"next\":\"" + key(next) + "\"");
    pair = next;
  }

  void row(String what, String who, String details) throws Exception {
    String at = "{\"at\":\"2026-03-02T09:%02d:15Z\",\"details\":{".formatted(lines.size() % 60);
    String beforeHash = at + details + "},\"employer\":\"town\",";
    String beforeSignature =
        "\"key\":\"" + key(pair) + "\",\"prev\":\"" + prev + "\",\"seq\":" + lines.size() + ",";
    String rest = "\"what\":\"" + what + "\",\"who\":" + who + "}";
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
            + key(pair)
            + "\"";
    return body + ",\"signature\":\"" + sign(sha256(body + "}")) + "\"}\n";
  }

  String pem() {
    return "-----BEGIN PUBLIC KEY-----\n" + key(pair) + "\n-----END PUBLIC KEY-----\n";
  }

  private static KeyPair fresh() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(KeyPair pair) {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  private String sign(byte[] hash) throws Exception {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(hash);
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  private static byte[] sha256(String text) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
