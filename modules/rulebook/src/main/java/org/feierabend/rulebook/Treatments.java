package org.feierabend.rulebook;

import java.util.Optional;
import org.feierabend.decision.Reason;
import org.feierabend.policy.Minimisation.Verdict;
import org.feierabend.policy.Treatment;

/** What minimisation rules call; the strictest treatment stands. */
public final class Treatments {
  private Reason speaking;
  private Verdict strictest;

  void speaking(Reason rule) {
    speaking = rule;
  }

  public void keep() {
    add(Treatment.KEEP);
  }

  public void coarsen() {
    add(Treatment.COARSEN);
  }

  public void drop() {
    add(Treatment.DROP);
  }

  public void refuse() {
    add(Treatment.REFUSE);
  }

  Optional<Verdict> strictest() {
    return Optional.ofNullable(strictest);
  }

  private void add(Treatment treatment) {
    if (strictest == null || strictness(treatment) > strictness(strictest.treatment()))
      strictest = new Verdict(treatment, speaking);
  }

  private static int strictness(Treatment t) {
    return switch (t) {
      case KEEP -> 0;
      case COARSEN -> 1;
      case DROP -> 2;
      case REFUSE -> 3;
    };
  }
}
