package org.feierabend.edition;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Edition;
import org.feierabend.signature.Matter;

/**
 * An edition HR proposed, and what became of it.
 *
 * @param consultation last day for comments of employees, where they are asked
 * @param word the approval or rejection that settles it; empty: it waits
 */
public record Proposed(
    Edition edition,
    Declaration proposal,
    Optional<LocalDate> consultation,
    Optional<Declaration> word) {
  public Proposed {
    Objects.requireNonNull(edition, "edition");
    Objects.requireNonNull(proposal, "proposal");
    Objects.requireNonNull(consultation, "consultation");
    Objects.requireNonNull(word, "word");
  }

  public boolean approved() {
    return word.map(d -> d.matter() instanceof Matter.Approval).orElse(false);
  }

  public Optional<Matter.Rejection> rejection() {
    return word.map(Declaration::matter)
        .filter(Matter.Rejection.class::isInstance)
        .map(Matter.Rejection.class::cast);
  }

  /** What was answered to comments with the signature or the rejection, by the comment's key. */
  public Map<String, String> answers() {
    Optional<Matter> matter = word.map(Declaration::matter);
    if (matter.isPresent() && matter.get() instanceof Matter.Approval a) return a.answers();
    return rejection().map(Matter.Rejection::answers).orElse(Map.of());
  }

  public String hash() {
    return edition.hash(proposal.employer());
  }
}
