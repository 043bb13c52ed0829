package org.feierabend.signature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Role;

/**
 * One side's declarations in their order, each signed by the key that was its own then. Whatever
 * else a store holds is left out: what this side did not sign, and what no longer follows from its
 * first word.
 *
 * @param key what the next declaration has to be signed with; empty: no key is pinned
 * @param leftOut how many were found that are none of this side's
 */
public record Chain(
    EmployerId employer,
    Role side,
    List<Declaration> declarations,
    Optional<PublicKey> key,
    int leftOut) {
  public Chain {
    declarations = List.copyOf(declarations);
  }

  /**
   * @param pinned the side's first key, from outside the database
   * @param found all that claim to be this employer's, in any order
   */
  public static Chain of(
      EmployerId employer, Role side, Optional<PublicKey> pinned, Collection<Signed> found) {
    Map<String, List<Claim>> byPlace = new HashMap<>();
    int claims = 0;
    for (Signed signed : found) {
      Optional<Claim> claim = Claim.of(signed, employer, side);
      if (claim.isEmpty()) continue;
      claims++;
      byPlace
          .computeIfAbsent(claim.get().said.after(), place -> new ArrayList<>())
          .add(claim.get());
    }
    List<Declaration> chain = new ArrayList<>();
    Optional<PublicKey> key = pinned;
    String place = Declaration.FIRST;
    while (key.isPresent()) {
      PublicKey now = key.get();
      Optional<Declaration> next =
          byPlace.getOrDefault(place, List.of()).stream()
              .filter(c -> now.verifies(c.signed.text(), c.signed.signature()))
              .map(Claim::said)
              .findFirst();
      if (next.isEmpty()) break;
      chain.add(next.get());
      place = next.get().hash();
      if (next.get().matter() instanceof Matter.NextKey rotated) key = Optional.of(rotated.key());
    }
    return new Chain(employer, side, chain, key, claims - chain.size());
  }

  /** What the next declaration names as the one before. */
  public String head() {
    return declarations.isEmpty()
        ? Declaration.FIRST
        : declarations.get(declarations.size() - 1).hash();
  }

  /** Whether a declaration of that hash is among them. */
  public boolean holds(String hash) {
    return hash.equals(Declaration.FIRST)
        || declarations.stream().anyMatch(d -> d.hash().equals(hash));
  }

  private record Claim(Signed signed, Declaration said) {
    static Optional<Claim> of(Signed signed, EmployerId employer, Role side) {
      try {
        Declaration said = Declaration.read(signed.text());
        return said.employer().equals(employer) && said.side() == side
            ? Optional.of(new Claim(signed, said))
            : Optional.empty();
      } catch (IllegalArgumentException noDeclaration) {
        return Optional.empty(); // whoever wrote it, it says nothing
      }
    }
  }
}
