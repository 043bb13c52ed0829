package org.feierabend.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** One line of the audit log, its form checked (docs/audit.md). */
record AuditLine(
    long seq,
    String employer,
    String what,
    String role,
    String prev,
    String hash,
    String key,
    String signature,
    String body,
    String next)
    implements Link {
  private static final String ROLE =
      "server|employee|hr|council|manager|source|enforcer|provisioner|operator";

  /** Hashes, keys, dates, numbers and our own words: no name fits in between. */
  private static final String VALUE =
      "[0-9a-f]{8,64}|[A-Za-z0-9+/]{59}=|[0-9]{4}-W[0-9]{2}|[0-9]{4}-Q[1-4]|[0-9]{1,9}"
          + "|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z)?"
          + "|individual|collective|short|middle|long"
          + "|draft|proposed|agreed|declined|replaced|revoked|running|done|dropped|("
          + ROLE
          + ")( ("
          + ROLE
          + "))*";

  static AuditLine parse(String line) throws Wrong {
    Map<String, Object> json = Json.parse(line);
    if (!Json.canonical(json).equals(line))
      throw new Wrong(
          "hat nicht die kanonische Form (RFC 8785)", "is not in canonical form (RFC 8785)");
    Map<String, Object> body = new TreeMap<>(json);
    body.remove("hash");
    body.remove("signature");
    Fields f = new Fields(json);
    String what = f.text("what", "[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");
    Fields who = f.object("who");
    String role = who.text("role", ROLE);
    if (who.has("key")) who.text("key", "[0-9a-f]{16,64}");
    who.nothingElse();
    instant(f.text("at", "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"));
    Fields details = f.object("details");
    for (String detail : details.keys()) details.text(detail, VALUE);
    boolean rotated = what.equals("key.rotated");
    AuditLine row =
        new AuditLine(
            f.number("seq", 0, Row.MANY),
            f.text("employer", Row.NAME),
            what,
            role,
            f.text("prev", Row.HASH),
            f.text("hash", Row.HASH),
            f.text("key", Row.KEY),
            f.text("signature", Row.SIGNATURE),
            Json.canonical(body),
            rotated ? details.text("next", Row.KEY) : null);
    f.nothingElse();
    return row;
  }

  private static void instant(String at) throws Wrong {
    try {
      Instant.parse(at);
    } catch (DateTimeException e) {
      throw new Wrong(
          "„at“ ist „%s“, das ist kein Zeitpunkt", "'at' is '%s', which is no instant", at);
    }
  }
}
