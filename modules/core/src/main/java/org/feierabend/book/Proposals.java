package org.feierabend.book;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Role;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Signatures;
import org.feierabend.signature.Signed;

/**
 * Rule books handed in while the server runs. None takes force before HR and the works council of
 * every employer here have signed exactly its bytes, and none before its date.
 */
public interface Proposals {
  /** Where a proposal stands. BROKEN: approved, and not to be compiled any more. */
  enum State {
    WAITING,
    APPROVED,
    IN_FORCE,
    SUPERSEDED,
    REJECTED,
    BROKEN
  }

  /** One side's approval. */
  record Side(EmployerId employer, Role role) {
    public Side {
      Objects.requireNonNull(employer, "employer");
      if (role != Role.HR && role != Role.COUNCIL)
        throw new IllegalArgumentException("HR and COUNCIL approve, but got %s.".formatted(role));
    }
  }

  record Rejection(Side side, String reason, Instant at) {}

  /**
   * @param edition lower-case hex SHA-256 of the rules
   * @param from when it is to take force
   */
  record Proposal(
      String edition,
      Instant from,
      Instant proposed,
      Map<Side, Instant> approvals,
      Optional<Rejection> rejection,
      State state) {
    public Proposal {
      approvals = Map.copyOf(approvals);
    }
  }

  /** Why a bundle is no rule book; says file, line and reason. Nothing has changed. */
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refused(String message) {
      super(message);
    }
  }

  /**
   * Reads, compiles and tries a bundle against its own scenarios, then keeps it. The same rules
   * again change nothing.
   *
   * @param zip a folder {@code rules/} with everything in it
   * @throws Refused when it is no rule book
   */
  Proposal propose(byte[] zip, Instant from, Instant now);

  /** The newest first. */
  List<Proposal> all();

  /**
   * Takes what a side signed about a rule book that was handed in; its first word stands.
   *
   * @return empty: no such rule book was handed in for that date
   * @throws Signatures.Refused when it is not signed by that side's key
   */
  Optional<Declaration> declare(Side side, Signed signed, Instant at);

  /** What it would change against the rule book in force, in words. */
  Optional<List<Sentence>> changes(String edition);
}
