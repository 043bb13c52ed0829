package org.feierabend.edition;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.policy.Policy;

/**
 * What an edition's document says of its own life.
 *
 * @param from the day it takes force
 * @param review when both sides are to look at it again
 * @param until first day without it, where it has a term
 * @param afterEffect whether it goes on after its end until another takes its place
 * @param consultationDays how long the next proposal is open to comments at least; 0: it need not
 */
public record DocumentTerms(
    LocalDate from,
    Optional<LocalDate> review,
    Optional<LocalDate> until,
    boolean afterEffect,
    int consultationDays) {
  public DocumentTerms {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(review, "review");
    Objects.requireNonNull(until, "until");
  }

  public static DocumentTerms of(Policy policy) {
    return new DocumentTerms(
        policy.from(),
        policy.life().review(),
        policy.until(),
        policy.life().afterEffect(),
        policy.life().consultationDays());
  }
}
