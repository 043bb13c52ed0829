package org.feierabend.telework;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What telework must know of a person whatever terms hold for them; read by the person and HR
 * alone.
 *
 * @param state of residence, ISO 3166-1 alpha-2; empty: not said
 * @param weekly the contract's working time of an average week; empty: that of the terms or the
 *     regime
 * @param version counts the changes, from 1; 0: nobody said anything yet
 */
public record Resident(Optional<String> state, Optional<Duration> weekly, long version) {
  public static final Resident UNSAID = new Resident(Optional.empty(), Optional.empty(), 0);

  /** What is said next, after this. */
  public Resident next(Optional<String> otherState, Optional<Duration> otherWeekly) {
    return new Resident(otherState, otherWeekly, version + 1);
  }

  public Resident {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(weekly, "weekly");
    if (state.filter(s -> !s.matches("[A-Z]{2}")).isPresent())
      throw new IllegalArgumentException(
          "A state is written in two capital letters, such as AT, but got '%s'."
              .formatted(state.get()));
    if (weekly.filter(w -> w.toMinutes() <= 0).isPresent())
      throw new IllegalArgumentException(
          "An average week has working time, but got %s.".formatted(weekly.get()));
  }
}
