package org.feierabend.channels.http;

import java.time.Instant;
import java.util.Optional;
import org.feierabend.decision.Decision;
import org.feierabend.intake.Incoming;

/**
 * A question with what was decided.
 *
 * @param at the instant it was decided for
 * @param decision empty when the directory does not know the recipient: silence, for in doubt
 *     nobody is disturbed
 * @param slot whether the slot may lie there, and where else
 * @param countable the event to count when the question has a ref
 */
record Answer(
    Question question,
    Instant at,
    Optional<Decision> decision,
    String edition,
    Optional<SlotFound> slot,
    Optional<Incoming.Contact> countable) {

  boolean permitted() {
    return decision
        .map(d -> d instanceof Decision.Deliver || d instanceof Decision.Silence)
        .orElse(true);
  }

  String outcome() {
    return decision.map(Decision::outcome).orElse("SILENCE");
  }

  /** When it reaches the person, or may begin at the earliest. */
  Optional<Instant> until() {
    return decision.flatMap(
        d -> {
          if (d instanceof Decision.Defer defer) return Optional.of(defer.until());
          if (d instanceof Decision.Silence silence) return Optional.of(silence.until());
          if (d instanceof Decision.Refuse refuse) return Optional.of(refuse.earliest());
          return Optional.empty();
        });
  }

  Instant validUntil() {
    return decision.map(Decision::validUntil).orElse(at.plusSeconds(60));
  }
}
