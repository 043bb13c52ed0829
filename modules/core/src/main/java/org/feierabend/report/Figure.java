package org.feierabend.report;

import java.math.BigDecimal;
import java.util.Objects;
import org.feierabend.decision.Sentence;
import org.feierabend.timeline.IsoWeek;

/**
 * What may be shown of a unit or block for one indicator: a share with its interval, or why not.
 */
public sealed interface Figure {
  /** What a reader may and may not conclude. */
  Sentence sentence();

  /**
   * An average over {@code weeks} released weeks.
   *
   * @param headcount people, rounded down where it changed between the weeks
   * @param share per cent with one decimal, kept between 10 and 90
   * @param low lower end of the 95 % interval, per cent, not below 0
   * @param high upper end, not above 100
   * @param text as shown, such as {@code 34 %} or {@code < 10 %}
   */
  record Shown(
      IsoWeek from,
      IsoWeek to,
      int weeks,
      int headcount,
      BigDecimal share,
      BigDecimal low,
      BigDecimal high,
      String text,
      Sentence sentence)
      implements Figure {
    public Shown {
      Objects.requireNonNull(sentence, "sentence");
    }
  }

  enum Why {
    NOT_REPORTED_SEPARATELY,
    TOO_SMALL,
    TOO_FEW_WEEKS
  }

  record NotShown(Why why, Sentence sentence) implements Figure {
    public NotShown {
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(sentence, "sentence");
    }
  }
}
