package org.feierabend.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.signature.Edition;

/**
 * An edition both sides signed.
 *
 * @param hash by which it is named
 * @param starts at its date, or with the second signature where that came later
 * @param terms what its document says; empty: the document is not there or cannot be read, so it is
 *     never in force
 * @param ends first day without it, by its term or by notice
 */
public record AgreedEdition(
    Edition edition,
    String hash,
    Instant starts,
    Optional<DocumentTerms> terms,
    Optional<LocalDate> ends) {
  public AgreedEdition {
    Objects.requireNonNull(edition, "edition");
    Objects.requireNonNull(starts, "starts");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(ends, "ends");
  }

  boolean afterEffect() {
    return terms.map(DocumentTerms::afterEffect).orElse(false);
  }
}
