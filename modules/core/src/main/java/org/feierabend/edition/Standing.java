package org.feierabend.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.people.Role;

/**
 * What holds at one instant.
 *
 * @param edition in force; empty: the law layer alone, which is the built-in edition
 * @param afterEffect whether it goes on after its end
 * @param until when something else takes force, as far as one knows; else {@link Instant#MAX}
 * @param suspended who has stopped reports and alerts
 * @param warnings what both sides should look at
 */
public record Standing(
    Optional<AgreedEdition> edition,
    boolean afterEffect,
    Instant until,
    Set<Role> suspended,
    List<Warning> warnings) {
  /** What both sides are told. */
  public enum Kind {
    REVIEW_DUE,
    ENDS,
    AFTER_EFFECT,
    ENDED
  }

  /**
   * @param since or on which day
   */
  public record Warning(Kind kind, LocalDate since) {}

  public Standing {
    suspended = Set.copyOf(suspended);
    warnings = List.copyOf(warnings);
  }

  /** Whether reports and alerts run: by agreement only, and while nobody has stopped them. */
  public boolean reporting() {
    return edition.isPresent() && suspended.isEmpty();
  }
}
