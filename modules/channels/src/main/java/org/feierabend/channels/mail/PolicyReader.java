package org.feierabend.channels.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts the bytes of one connection into requests: {@code name=value} lines up to an empty one. What
 * we do not keep is never made a text; it is overwritten by what comes next.
 */
final class PolicyReader {
  /** The longest line a mail server has reason to send: two addresses of 254 characters fit. */
  static final int LONGEST_LINE = 8_192;

  static final int MOST_LINES = 200;

  private static final int SHOWN = 0x20;
  private static final int DELETE = 0x7f;

  private enum Kept {
    REQUEST("request"),
    SENDER("sender"),
    RECIPIENT("recipient"),
    QUEUE_ID("queue_id"),
    POLICY_CONTEXT("policy_context"),
    INSTANCE("instance");

    private final byte[] name;

    Kept(String name) {
      this.name = name.getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** Not what a mail server says; {@code kind} is all that may be logged of it. */
  static final class Garbage extends Exception {
    private static final long serialVersionUID = 1L;
    private final String kind;

    Garbage(String kind) {
      super(kind, null, false, false);
      this.kind = kind;
    }

    String kind() {
      return kind;
    }
  }

  private final byte[] line = new byte[LONGEST_LINE];
  private final Map<Kept, String> kept = new EnumMap<>(Kept.class);
  private int length;
  private int lines;

  /** The next whole request of the buffer; what is left stays in it. Empty: more is to come. */
  Optional<PolicyRequest> next(ByteBuffer bytes) throws Garbage {
    while (bytes.hasRemaining()) {
      byte b = bytes.get();
      if (b != '\n') {
        if (length == LONGEST_LINE) throw new Garbage("line-too-long");
        line[length++] = b;
      } else if (length == 0) {
        return Optional.of(request());
      } else {
        attribute();
        if (++lines > MOST_LINES) throw new Garbage("too-many-lines");
        length = 0;
      }
    }
    return Optional.empty();
  }

  private void attribute() throws Garbage {
    int equals = 0;
    while (equals < length && line[equals] != '=') equals++;
    if (equals == 0 || equals == length) throw new Garbage("no-attribute");
    for (int i = 0; i < length; i++)
      if (line[i] >= 0 && line[i] < SHOWN || line[i] == DELETE)
        throw new Garbage("control-character");
    for (Kept k : Kept.values())
      if (java.util.Arrays.equals(line, 0, equals, k.name, 0, k.name.length))
        kept.put(k, new String(line, equals + 1, length - equals - 1, StandardCharsets.UTF_8));
  }

  private PolicyRequest request() throws Garbage {
    if (!"smtpd_access_policy".equals(kept.get(Kept.REQUEST)))
      throw new Garbage("no-policy-request");
    PolicyRequest request =
        new PolicyRequest(
            need(Kept.SENDER),
            need(Kept.RECIPIENT),
            need(Kept.QUEUE_ID),
            need(Kept.POLICY_CONTEXT),
            kept.getOrDefault(Kept.INSTANCE, ""));
    kept.clear();
    lines = 0;
    return request;
  }

  private String need(Kept k) throws Garbage {
    String value = kept.get(k);
    if (value == null)
      throw new Garbage("missing-" + new String(k.name, StandardCharsets.US_ASCII));
    return value;
  }
}
