package org.feierabend.telework;

import java.util.List;
import java.util.Set;
import org.feierabend.decision.Reason;

/** What becomes of a requested day; each carries its reasons, the quota's state and hints. */
public sealed interface TeleworkVerdict {
  /** Every rule that spoke, with those that only told the person something. */
  List<Reason> reasons();

  /** The rules the outcome rests on: all that anybody but the person may read. */
  List<Reason> deciding();

  QuotaState quota();

  Set<Hint> hints();

  /**
   * The quota as it would stand with the day, shown with every verdict.
   *
   * @param planned telework of the quarter's planned weeks, with the day, in minutes
   * @param allowed what the quota allows in the same weeks, in minutes
   * @param weeks how many weeks that are
   */
  record QuotaState(Quota quota, long planned, long allowed, int weeks) {}

  /** Granted at once; no manager's queue. */
  record Granted(List<Reason> reasons, List<Reason> deciding, QuotaState quota, Set<Hint> hints)
      implements TeleworkVerdict {
    public Granted {
      reasons = List.copyOf(reasons);
      deciding = List.copyOf(deciding);
      hints = Set.copyOf(hints);
    }
  }

  record Denied(List<Reason> reasons, List<Reason> deciding, QuotaState quota, Set<Hint> hints)
      implements TeleworkVerdict {
    public Denied {
      reasons = List.copyOf(reasons);
      deciding = List.copyOf(deciding);
      hints = Set.copyOf(hints);
    }
  }

  /** The rules cannot say; somebody looks at it. */
  record Review(List<Reason> reasons, List<Reason> deciding, QuotaState quota, Set<Hint> hints)
      implements TeleworkVerdict {
    public Review {
      reasons = List.copyOf(reasons);
      deciding = List.copyOf(deciding);
      hints = Set.copyOf(hints);
    }
  }

  /** GRANTED, DENIED or REVIEW. */
  default String outcome() {
    if (this instanceof Granted) return "GRANTED";
    return this instanceof Denied ? "DENIED" : "REVIEW";
  }
}
