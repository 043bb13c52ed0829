package org.feierabend.intake;

import java.time.Instant;
import java.util.Objects;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Ref;

/**
 * A contact that waits: a reference and an instant, no content, and the recipient as a number only.
 *
 * @param contact what it was, in finite words: it is decided anew when it is due
 * @param unlessAnswered it went to the on-call first, and comes to the person only if nobody there
 *     answers until then
 * @param id opaque, deterministic; the idempotency key of its release
 */
public record Deferral(
    byte[] id,
    long personNo,
    Ref ref,
    ContactClass contact,
    Instant until,
    boolean unlessAnswered) {
  public Deferral {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(contact, "contact");
    Objects.requireNonNull(until, "until");
  }

  /** A contact that waits for its time, whatever others do. */
  public static Deferral held(
      byte[] id, long personNo, Ref ref, ContactClass contact, Instant until) {
    return new Deferral(id, personNo, ref, contact, until, false);
  }

  public Channel channel() {
    return contact.channel();
  }

  /** The same contact, waiting on. */
  Deferral until(Instant later) {
    return held(id, personNo, ref, contact, later);
  }
}
