package org.feierabend.alert;

import java.util.List;
import org.feierabend.decision.Reason;

/** What becomes of it. */
public sealed interface AlertVerdict {
  /** The rules that spoke; none where there is nothing to say. */
  List<Reason> reasons();

  /** HR and the unit's managers are told, in their own hours. */
  record Tell(List<Reason> reasons) implements AlertVerdict {
    public Tell {
      reasons = List.copyOf(reasons);
    }
  }

  /** The sender is told now, and it is kept nowhere. */
  record Remind(List<Reason> reasons) implements AlertVerdict {
    public Remind {
      reasons = List.copyOf(reasons);
    }
  }

  record Silent(List<Reason> reasons) implements AlertVerdict {
    public Silent {
      reasons = List.copyOf(reasons);
    }
  }

  /** TELL, REMIND or SILENT. */
  default String outcome() {
    if (this instanceof Tell) return "TELL";
    return this instanceof Remind ? "REMIND" : "SILENT";
  }
}
