package org.feierabend.contact;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something tries to reach a person.
 *
 * @param ref absent for a question that must not count
 */
public record ContactAttempt(
    PersonId recipient, ContactClass contactClass, Instant at, Optional<Ref> ref) {
  public ContactAttempt {
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(contactClass, "contactClass");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(ref, "ref");
  }
}
