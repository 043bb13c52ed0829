package org.feierabend.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.feierabend.decision.Reason;

/** What alert rules call. One that withholds outweighs all that would tell. */
public final class AlertFindings {
  private final List<Reason> telling = new ArrayList<>();
  private final List<Reason> reminding = new ArrayList<>();
  private final List<Reason> withholding = new ArrayList<>();
  private Reason speaking;

  public void speaking(Reason rule) {
    speaking = rule;
  }

  /** HR and the unit's managers are told. */
  public void tell() {
    telling.add(speaking);
  }

  /** The sender is told, now and never again. */
  public void remind() {
    reminding.add(speaking);
  }

  /** Nobody is told. */
  public void withhold() {
    withholding.add(speaking);
  }

  public AlertVerdict weigh() {
    if (!withholding.isEmpty()) return new AlertVerdict.Silent(sorted(withholding));
    if (!telling.isEmpty()) return new AlertVerdict.Tell(sorted(telling));
    return reminding.isEmpty()
        ? new AlertVerdict.Silent(List.of())
        : new AlertVerdict.Remind(sorted(reminding));
  }

  private static List<Reason> sorted(List<Reason> reasons) {
    return reasons.stream().sorted(Comparator.comparing(Reason::rule)).toList();
  }
}
