package org.feierabend.telework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.feierabend.decision.Reason;
import org.feierabend.telework.TeleworkVerdict.Denied;
import org.feierabend.telework.TeleworkVerdict.Granted;
import org.feierabend.telework.TeleworkVerdict.QuotaState;
import org.feierabend.telework.TeleworkVerdict.Review;

/**
 * What telework rules call. One denial denies, one doubt without a denial is for people to judge,
 * and only where a rule grants and none objects the day is granted.
 */
public final class TeleworkFindings {
  private static final Comparator<Reason> ORDER =
      Comparator.comparing(Reason::rule).thenComparing(Reason::basis);

  private enum Say {
    GRANT,
    REVIEW,
    DENY
  }

  private record Finding(Say say, Reason reason, boolean excepted) {}

  private final List<Finding> findings = new ArrayList<>();
  private final List<Reason> hinting = new ArrayList<>();
  private final Set<Hint> hints = EnumSet.noneOf(Hint.class);
  private Reason speaking;

  public void speaking(Reason rule) {
    speaking = rule;
  }

  public void grant() {
    findings.add(new Finding(Say.GRANT, speaking, false));
  }

  /** The day is granted as far as this rule goes, with something to do. */
  public void grant(Hint hint) {
    grant();
    hints.add(hint);
  }

  /** The day is granted as far as this rule goes, once somebody has done what the hint says. */
  public void grantAndReview(Hint hint) {
    grant(hint);
    hints.add(Hint.REVIEW);
  }

  public void deny() {
    findings.add(new Finding(Say.DENY, speaking, false));
  }

  /** Denied, and what may be done instead. */
  public void deny(Hint hint) {
    findings.add(new Finding(Say.DENY, speaking, hint == Hint.EXCEPTION));
    hints.add(hint);
  }

  public void review() {
    findings.add(new Finding(Say.REVIEW, speaking, false));
    hints.add(Hint.REVIEW);
  }

  /** Tells the person something and changes nothing. */
  public void hint(Hint hint) {
    hinting.add(speaking);
    hints.add(hint);
  }

  /** Fails when no rule spoke at all. */
  public TeleworkVerdict weigh(QuotaState quota) {
    Say strongest =
        findings.stream()
            .map(Finding::say)
            .max(Say::compareTo)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "No rule in rules/telework speaks about a day. Maybe default.drl is missing."));
    // the exception path is no way around a denial that knows none
    if (findings.stream().anyMatch(f -> f.say == Say.DENY && !f.excepted))
      hints.remove(Hint.EXCEPTION);
    List<Reason> deciding =
        findings.stream()
            .filter(f -> f.say == strongest)
            .map(Finding::reason)
            .sorted(ORDER)
            .toList();
    List<Reason> reasons =
        Stream.concat(deciding.stream(), hinting.stream()).distinct().sorted(ORDER).toList();
    return switch (strongest) {
      case GRANT -> new Granted(reasons, deciding, quota, hints);
      case REVIEW -> new Review(reasons, deciding, quota, hints);
      case DENY -> new Denied(reasons, deciding, quota, hints);
    };
  }
}
