package org.feierabend.decision;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What becomes of a contact. Senders see outcome, until and edition; reasons and advice go to the
 * person alone.
 */
public sealed interface Decision {
  /** The rules that spoke, the deciding one first. */
  List<Reason> reasons();

  Set<Advice> advice();

  /** Until when the same question has the same answer. */
  Instant validUntil();

  /** Whether the contact counts towards any indicator (own-device and council traffic do not). */
  boolean counted();

  /** DELIVER, SILENCE, DEFER, ROUTE or REFUSE: the word on the wire. */
  default String outcome() {
    return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
  }

  record Deliver(List<Reason> reasons, Set<Advice> advice, Instant validUntil, boolean counted)
      implements Decision {}

  /** Lands now without notification; {@code until} is when the notification may come. */
  record Silence(
      Instant until, List<Reason> reasons, Set<Advice> advice, Instant validUntil, boolean counted)
      implements Decision {}

  record Defer(
      Instant until, List<Reason> reasons, Set<Advice> advice, Instant validUntil, boolean counted)
      implements Decision {}

  record Route(To to, List<Reason> reasons, Set<Advice> advice, Instant validUntil, boolean counted)
      implements Decision {
    public enum To {
      DEPUTY,
      ON_CALL
    }
  }

  /** Forbidden by a protection; {@code earliest} is the earliest lawful start. */
  record Refuse(
      Instant earliest,
      List<Reason> reasons,
      Set<Advice> advice,
      Instant validUntil,
      boolean counted)
      implements Decision {}
}
