package org.feierabend.verifier;

import java.security.KeyPair;

/** An audit log written from docs/audit.md by hand, as text, with nobody's code. */
final class AuditFixture extends SignedLines {
  static AuditFixture ofFortyRows() throws Exception {
    AuditFixture log = new AuditFixture();
    for (int i = 0; i < 36; i++) {
      String edition = "%064x".formatted(i + 1);
      if (i == 17) log.rotated();
      switch (i % 4) {
        case 0 ->
            log.entry("policy.proposed", "{\"role\":\"hr\"}", "\"edition\":\"" + edition + "\"");
        case 1 ->
            log.entry(
                "policy.signed",
                "{\"key\":\"7f3a7f3a7f3a7f3a\",\"role\":\"council\"}",
                "\"edition\":\"" + edition + "\",\"from\":\"2026-12-01\"");
        case 2 ->
            log.entry("token.issued", "{\"role\":\"operator\"}", "\"roles\":\"enforcer source\"");
        default ->
            log.entry(
                "release.published",
                "{\"role\":\"server\"}",
                "\"hash\":\"" + edition + "\",\"week\":\"2026-W05\"");
      }
    }
    for (int i = 0; i < 3; i++)
      log.entry("telework.agreed", "{\"role\":\"employee\"}", "\"kind\":\"individual\"");
    return log;
  }

  void rotated() throws Exception {
    KeyPair next = freshPair();
    entry("key.rotated", "{\"role\":\"operator\"}", "\"next\":\"" + key(next) + "\"");
    pair = next;
  }

  void entry(String what, String who, String details) throws Exception {
    String at = "{\"at\":\"2026-03-02T09:%02d:15Z\",\"details\":{".formatted(lines.size() % 60);
    String beforeHash = at + details + "},\"employer\":\"town\",";
    String beforeSignature =
        "\"key\":\"" + key(pair) + "\",\"prev\":\"" + prev + "\",\"seq\":" + lines.size() + ",";
    String rest = "\"what\":\"" + what + "\",\"who\":" + who + "}";
    row(beforeHash, beforeSignature, rest);
  }
}
