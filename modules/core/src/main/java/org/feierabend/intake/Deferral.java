package org.feierabend.intake;

import java.time.Instant;
import java.util.Objects;
import org.feierabend.contact.Channel;
import org.feierabend.contact.Ref;

/**
 * A contact that waits: a reference and an instant, no content, and the recipient as a number only.
 *
 * @param id opaque, deterministic; the idempotency key of its release
 */
public record Deferral(byte[] id, long personNo, Ref ref, Channel channel, Instant until) {
  public Deferral {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(until, "until");
  }
}
