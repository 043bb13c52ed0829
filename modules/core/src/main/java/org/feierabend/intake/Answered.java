package org.feierabend.intake;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.feierabend.contact.Ref;

/**
 * Somebody took an emergency in time: it comes to these people no more.
 *
 * @param contact ref of the emergency
 * @param people numbers of those the answer is given for
 * @param at an answer stops what is due later, never what was due before it
 */
public record Answered(Ref contact, Set<Long> people, Instant at) {
  public Answered {
    Objects.requireNonNull(contact, "contact");
    Objects.requireNonNull(at, "at");
    people = Set.copyOf(people);
  }
}
